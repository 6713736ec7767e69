"""What the earlier versions of an example are called: when they were kept, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo

from groundwork.learner.history import Reason, Version

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_REASONS = {
    Reason.RUN: "when it was run",
    Reason.RETURN: "when you came back to it",
    Reason.RESET: "before a reset",
    Reason.RESTORE: "before another version was brought back",
    Reason.CONFLICT: "kept when another window or program wrote",
}


def reason_words(reason: Reason) -> str:
    """Why a version was kept."""
    return _REASONS[reason]


def moment_words(
    moment: datetime, now: datetime, zone: tzinfo | None = None, *, has_seconds: bool = False
) -> str:
    """When that was, as in "today 14:05", "yesterday 09:30" or "12 Nov 2026 09:30".

    Both times are aware; they are told as in `zone`, or as on this machine.
    """
    here, today = _local(moment, zone), _local(now, zone)
    clock = f"{here:%H:%M:%S}" if has_seconds else f"{here:%H:%M}"
    if here.date() == today.date():
        return f"today {clock}"
    if here.date() == (today - timedelta(days=1)).date():
        return f"yesterday {clock}"
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year} {clock}"


def moments_words(
    versions: Sequence[Version], now: datetime, zone: tzinfo | None = None
) -> list[str]:
    """When each version was kept; with seconds where two would be told alike."""
    words = [moment_words(version.moment, now, zone) for version in versions]
    count = Counter(words)
    return [
        moment_words(version.moment, now, zone, has_seconds=count[told] > 1)
        for version, told in zip(versions, words, strict=True)
    ]


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    """The moment by the clock of the zone; as it is where the calendar ends."""
    with suppress(OverflowError, OSError, ValueError):
        return moment.astimezone(zone)
    return moment
