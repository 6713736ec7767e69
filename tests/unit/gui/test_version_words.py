from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.version_words import moment_words, moments_words, reason_words
from groundwork.learner.history import Reason, Version

NOW = datetime(2026, 11, 14, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 14, 14, 5, tzinfo=UTC), "today 14:05"),
        (datetime(2026, 11, 14, 0, 0, tzinfo=UTC), "today 00:00"),
        (datetime(2026, 11, 13, 23, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 11, 12, 9, 30, tzinfo=UTC), "12 Nov 2026 09:30"),
        (datetime(2025, 11, 14, 9, 30, tzinfo=UTC), "14 Nov 2025 09:30"),
        (datetime(2026, 11, 15, 9, 30, tzinfo=UTC), "15 Nov 2026 09:30"),
    ],
)
def test_a_moment_is_told_plainly(moment: datetime, words: str) -> None:
    assert moment_words(moment, NOW, UTC) == words


def test_days_begin_where_the_learner_is() -> None:
    evening = datetime(2026, 11, 13, 23, 30, tzinfo=UTC)
    assert moment_words(evening, NOW, timezone(timedelta(hours=1))) == "today 00:30"
    assert moment_words(evening, NOW, timezone(timedelta(hours=-8))) == "yesterday 15:30"


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_every_moment_can_be_told(moment: datetime, now: datetime) -> None:
    assert moment_words(moment, now, timezone(timedelta(hours=14))).count(":") == 1


def test_versions_of_one_minute_are_told_apart_by_their_seconds() -> None:
    moments = [NOW - timedelta(seconds=seconds) for seconds in (3, 20, 90)]
    versions = [Version(moment, Reason.RUN, 0) for moment in moments]
    assert moments_words(versions, NOW, UTC) == ["today 15:59:57", "today 15:59:40", "today 15:58"]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert len(reason_words(reason).split()) >= 3
