"""What every test of the window needs before it touches Qt."""

from __future__ import annotations

from groundwork.gui.lasting_none import make_none_last

make_none_last()
