"""What an administrator has laid down for all who use this machine.

A policy is a TOML file; `resources/policy-example.toml` shows all that it can say. Whatever cannot
be read is told, and counts as meant to be strict: what it might switch off is off until it is
mended. Being left without an aid is seen at once; an aid that was forbidden might be seen by nobody
until it is too late.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundwork.aids import AIDS

_LINE = re.compile(r"at line (\d+)")
_TABLES = ("off",)
_WHY = "why"
_LARGEST = 100_000
_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds on this machine.

    `off` names the aids that are switched off, in the order of `AIDS`, and `why` says why, in words
    of the administrator's. `faults` are sentences about what of `file` is not understood; with
    `is_readable` false, that is all of it. There is no `file` where there is no policy.
    """

    off: tuple[str, ...] = ()
    why: str = ""
    file: Path | None = None
    faults: tuple[str, ...] = ()
    is_readable: bool = True

    @property
    def trouble(self) -> str:
        """One sentence about what is wrong with the policy; empty where nothing is."""
        if not self.faults:
            return ""
        more = f", and {len(self.faults) - 1} more" if len(self.faults) > 1 else ""
        return (
            f"The policy of this machine has a fault: {self.faults[0]}{more}."
            f" Please tell whoever looks after it; the file is {self.file}."
        )


def load_policy(places: Iterable[Path]) -> Policy:
    """The policy in the first of these files that is there; one without rules where none is."""
    for file in places:
        try:
            with file.open("rb") as stream:
                content = stream.read(_LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            return _unreadable(file, f"it cannot be opened ({error.strerror})")
        return read_policy(content, file)
    return Policy()


def read_policy(content: bytes, file: Path) -> Policy:
    """What a policy says; `file` is where it was read."""
    import tomllib  # noqa: PLC0415 - few machines have a policy, and it slows the start

    if len(content) > _LARGEST:
        return _unreadable(file, f"it is larger than {_LARGEST} bytes")
    try:
        rules = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _unreadable(file, "it is no text in UTF-8")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f"from line {line[1]} on" if line else "to its end"
        return _unreadable(file, f"it cannot be read {where}")
    unknown = [f"“{name}” is not known" for name in rules if name not in _TABLES]
    off, why, faults = _read_off(rules.get("off", {}))
    return Policy(off, why, file, (*unknown, *faults))


def _read_off(table: object) -> tuple[tuple[str, ...], str, list[str]]:
    """What the table `off` says: the aids that are off, why, and what of it is not understood."""
    if not isinstance(table, Mapping):
        return AIDS, "", ["“off” must be a table, so everything in it counts as switched off"]
    known = (*AIDS, _WHY)
    unclear = [aid for aid in AIDS if not isinstance(table.get(aid, False), bool)]
    faults = [f"“off.{name}” is not known" for name in table if name not in known]
    faults += [f"“off.{aid}” must be true or false, and counts as true" for aid in unclear]
    why: Any = table.get(_WHY, "")
    if not isinstance(why, str):
        faults.append("“off.why” must be a text")
        why = ""
    off = tuple(aid for aid in AIDS if table.get(aid, False) is not False)
    return off, " ".join(why.split())[:_LONGEST_REASON], faults


def _unreadable(file: Path, fault: str) -> Policy:
    fault = f"{fault}, so everything that it can switch off is off"
    return Policy(AIDS, "", file, (fault,), is_readable=False)
