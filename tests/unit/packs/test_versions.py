from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.packs.versions import version_key

ASCENDING = [
    "draft", "", "0.1", "0.9.9", "1.0.0-alpha", "1.0.0-beta2", "1.0.0-beta10", "1.0.0-rc.1", "1",
    "1.0.1", "1.9", "1.10", "v2", "2026.1", "2026.11",
]  # fmt: skip


def test_versions_are_ordered_as_people_count() -> None:
    descending = ASCENDING[::-1]
    assert sorted(descending, key=version_key) == ASCENDING


@pytest.mark.parametrize(("one", "other"), [("1", "1.0.0"), ("v1.2", "1.2"), (" 1.2", "1.2.0")])
def test_the_same_version_may_be_written_in_two_ways(one: str, other: str) -> None:
    assert version_key(one) == version_key(other)


@given(one=st.text(), other=st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert (version_key(one) < version_key(other)) or (version_key(one) >= version_key(other))
