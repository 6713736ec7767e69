"""Ids: how they are written, and what to show where only an id is known."""

from __future__ import annotations

import re

from groundwork.files import name_objection

ID_RULE = "Ids are lower-case letters, digits and single hyphens, like “reading-errors”."

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 100


def id_fault(text: str) -> str:
    """Why `text` is no id, as the end of a sentence; empty where it is one."""
    if not _ID.fullmatch(text):
        return "is no id"
    if len(text) > _LONGEST_ID:
        return "is too long for an id"
    return "is the name of a device on Windows" if name_objection(text) else ""


def id_from(text: str) -> str:
    """The id nearest to `text`, which may be any name; empty where nothing of it can be used."""
    import unicodedata  # noqa: PLC0415 - a megabyte of tables, needed for broken packs alone

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words)[:_LONGEST_ID].strip("-")


def title_from(an_id: str) -> str:
    """A title to show where only the id is known: `reading-errors` becomes `Reading errors`."""
    return an_id.replace("-", " ").capitalize()
