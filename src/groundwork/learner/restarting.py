"""Which drafts have to be reset where lessons begin anew."""

from __future__ import annotations

from collections.abc import Collection

from groundwork.learner.draft import DraftError
from groundwork.learner.draft_folder import DraftFolder
from groundwork.learner.drafts import DraftStore
from groundwork.packs.addresses import ExampleAddress, LessonAddress


def changed_drafts(
    store: DraftStore, lessons: Collection[LessonAddress]
) -> tuple[ExampleAddress, ...]:
    """The examples of these lessons that the learner has changed, each ready to be reset.

    One that this window has not opened is opened with the author's files that its draft rests on:
    should there be newer ones, they are taken over when the example is seen again.
    """
    changed = [one for one in store.changed_addresses() if one.lesson in lessons]
    return tuple(address for address in changed if _is_ready(store, address))


def _is_ready(store: DraftStore, address: ExampleAddress) -> bool:
    """Whether the draft is open; where it is not, it is opened if that can be done."""
    try:
        store.draft(address)
    except DraftError:
        return _was_opened(store, address)
    return True


def _was_opened(store: DraftStore, address: ExampleAddress) -> bool:
    try:
        files = DraftFolder(store.folder, address).originals()
        return bool(files) and not store.open(address, files).trouble
    except (OSError, DraftError):
        return False
