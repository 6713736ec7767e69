"""A small pack with one lesson about FastAPI, made for the measurements."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.library_programs import PROGRAMS

_MANIFEST = """\
format = 1
id = "shop"
title = "A shop"
version = "1.0.0"

[[chapters]]
id = "web"
title = "Web"
lessons = ["items"]
"""

_FENCE = "```"
_LESSON = f"""\
---
title: Items
---

Items are listed and added.

{_FENCE}python example id=items title="The shop"
{PROGRAMS["fastapi"]}{_FENCE}

What comes in is checked.

{_FENCE}python example id=customers title="Its customers"
{PROGRAMS["pydantic"]}{_FENCE}
"""


def write_fastapi_pack(folder: Path) -> Path:
    """The pack, in `folder`."""
    (folder / "web").mkdir(parents=True)
    (folder / "pack.toml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "web" / "items.md").write_text(_LESSON, encoding="utf-8")
    return folder
