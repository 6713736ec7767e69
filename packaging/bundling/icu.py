"""Makes the data of ICU, which Qt brings with it, a sixth of its size on Linux.

Qt asks ICU how texts are ordered and changed in case. What else is in its data, the names of
languages, regions, units and currencies, word lists, transliterations, rare encodings, Qt has
tables of its own for or never asks.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_SYMBOL = re.compile(
    r"^\s*\d+:\s+(?P<place>[0-9a-f]+)\s+(?P<size>0x[0-9a-f]+|\d+)\s.*\s(?P<name>icudt\d+_dat)$",
    re.MULTILINE,
)
_NAME = re.compile(r"Library soname: \[(?P<name>[^]]+)\]")
_DROPPED = re.compile(r"(unit|zone|curr|lang|region|translit|rbnf|brkitr)/.*|.*\.cnv|unames\.icu")
_PAGE = 4096

_ASSEMBLY = """\
    .section .note.GNU-stack,"",%progbits
    .section .rodata
    .balign 16
    .globl {name}
    .type {name}, %object
{name}:
    .incbin "{data}"
    .size {name}, .-{name}
"""


def slim_icu(library: Path) -> bool:
    """Take out of `libicudata` what Qt never asks; false where the tools for it are not there.

    Raises:
        subprocess.SubprocessError: a tool refused.
        ValueError: the library is not laid out as expected.
    """
    if not (shutil.which("icupkg") and shutil.which("gcc")):
        return False
    symbol = _SYMBOL.search(_told("readelf", "-Ws", "--dyn-syms", str(library)))
    name = _NAME.search(_told("readelf", "-dW", str(library)))
    if symbol is None or name is None:
        raise ValueError(f"{library.name} is not laid out as the data of ICU is.")
    place, size = int(symbol["place"], 16), int(symbol["size"], 0)
    with tempfile.TemporaryDirectory() as folder:
        # The tool reads version and byte order from the name.
        file = symbol["name"].removesuffix("_dat") + "l.dat"
        whole, slim = Path(folder, file), Path(folder, "slim", file)
        slim.parent.mkdir()
        whole.write_bytes(library.read_bytes()[place : place + size])
        dropped = [one for one in _told("icupkg", "-l", str(whole)).split() if _DROPPED.match(one)]
        listed = Path(folder, "dropped.txt")
        listed.write_text("\n".join(dropped) + "\n", encoding="utf-8")
        _told("icupkg", "-r", str(listed), str(whole), str(slim))
        source = Path(folder, "data.S")
        source.write_text(_ASSEMBLY.format(name=symbol["name"], data=slim), encoding="utf-8")
        options = ["-shared", "-nostdlib", "-Wl,-s", "-Wl,--build-id=none"]
        options += [f"-Wl,-soname,{name['name']}", f"-Wl,-z,max-page-size={_PAGE}"]
        _told("gcc", *options, "-o", str(library), str(source))
    return True


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
