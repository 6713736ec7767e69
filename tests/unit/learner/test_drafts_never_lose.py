"""Whatever windows, other editors and a failing disk do, the learner's last texts are findable."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from groundwork.learner.draft import Draft, DraftsUnwritableError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason, remove_tree
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
NAMES = ("main.py", "orders.csv")
WINDOWS = st.sampled_from([0, 1])
TEXTS = st.text(st.sampled_from("ab\r\n é中"), max_size=6)


class Window:
    """One window: a store, and what its editor shows."""

    def __init__(self, folder: Path, files: tuple[SourceFile, ...]) -> None:
        self.store = DraftStore(folder)
        self.shown: dict[str, str] = {}
        self.unsaved: set[str] = set()
        self.show(self.store.open(ADDRESS, files))

    def show(self, draft: Draft) -> None:
        self.shown = {file.name: file.text for file in draft.files}
        self.unsaved.clear()


class DraftsMachine(RuleBasedStateMachine):
    """Two windows and a strange editor work on one draft, on a disk that comes and goes.

    `own` is, for each window and file, the last text that was saved there and not followed by
    another text of the same window: nobody but its window may ever let go of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        self.folder = self.top / "drafts"
        self.release = 0
        self.windows = [Window(self.folder, self.files) for _ in range(2)]
        self.own: dict[tuple[int, str], str] = {}

    @property
    def files(self) -> tuple[SourceFile, ...]:
        return tuple(SourceFile(name, f"author's {self.release}") for name in NAMES)

    @property
    def is_disk_there(self) -> bool:
        return not self.folder.is_file()

    @property
    def working_folder(self) -> Path:
        return self.folder / "python" / "lists" / "grows" / "work"

    def teardown(self) -> None:
        remove_tree(self.top)

    @rule(window=WINDOWS, name=st.sampled_from(NAMES), text=TEXTS)
    def type(self, window: int, name: str, text: str) -> None:
        self.windows[window].shown[name] = text
        self.windows[window].unsaved.add(name)

    @rule(window=WINDOWS, is_durable=st.booleans())
    def save(self, window: int, *, is_durable: bool) -> None:
        store, shown = self.windows[window].store, self.windows[window].shown
        for name in sorted(self.windows[window].unsaved):
            try:
                store.save(ADDRESS, name, shown[name], is_durable=is_durable)
            except DraftsUnwritableError:
                assert not self.is_disk_there
            else:
                self.own[window, name] = shown[name]
                self.windows[window].unsaved.discard(name)

    @rule(window=WINDOWS)
    def look_outside(self, window: int) -> None:
        store = self.windows[window].store
        for name in NAMES if self.is_disk_there else ():
            text = store.external_change(ADDRESS, name)
            if text is not None and name not in self.windows[window].unsaved:
                self.windows[window].shown[name] = text
                store.adopt(ADDRESS, name, text)

    @rule(window=WINDOWS)
    def reset(self, window: int) -> None:
        self.save(window, is_durable=True)
        if self.is_disk_there:
            self.windows[window].show(self.windows[window].store.reset(ADDRESS))

    @rule(window=WINDOWS, choice=st.integers(0, 5))
    def restore(self, window: int, choice: int) -> None:
        self.save(window, is_durable=True)
        store = self.windows[window].store
        versions = store.versions(ADDRESS)
        if versions and self.is_disk_there:
            self.windows[window].show(store.restore(ADDRESS, versions[choice % len(versions)]))

    @rule(window=WINDOWS)
    def run(self, window: int) -> None:
        if self.is_disk_there:
            self.windows[window].store.keep_version(ADDRESS, Reason.RUN)

    @rule(window=WINDOWS)
    def close_and_start_again(self, window: int) -> None:
        self.save(window, is_durable=True)
        if self.is_disk_there:
            self.windows[window] = Window(self.folder, self.files)

    @rule(window=WINDOWS)
    def kill_and_start_again(self, window: int) -> None:
        if self.is_disk_there:
            self.windows[window] = Window(self.folder, self.files)

    @rule()
    def install_a_newer_pack(self) -> None:
        self.release += 1

    @rule(name=st.sampled_from(NAMES), content=st.binary(max_size=4))
    def write_with_another_editor(self, name: str, content: bytes) -> None:
        if self.is_disk_there:
            (self.working_folder / name).write_bytes(content)
            for window in (0, 1):  # each is told by the system at once
                self.look_outside(window)

    @rule()
    def lose_or_regain_the_disk(self) -> None:
        if self.is_disk_there:
            self.folder.rename(self.top / "away")
            self.folder.write_text("no folder")
        else:
            self.folder.unlink()
            (self.top / "away").rename(self.folder)

    @invariant()
    def every_windows_last_text_is_on_the_disk_or_in_the_history(self) -> None:
        if not self.is_disk_there:
            return
        found = self.findable_texts()
        for (window, name), text in self.own.items():
            assert text in found[name], f"window {window} lost {text!r}"

    @invariant()
    def nothing_of_ours_is_in_the_working_folder(self) -> None:
        if self.is_disk_there:
            assert {entry.name for entry in self.working_folder.iterdir()} <= set(NAMES)

    def findable_texts(self) -> dict[str, set[str]]:
        store = DraftStore(self.folder)
        found: dict[str, set[str]] = {name: {f"author's {self.release}"} for name in NAMES}
        contents = [store.version_texts(ADDRESS, version) for version in store.versions(ADDRESS)]
        contents.append({file.name: file.text for file in store.open(ADDRESS, self.files).files})
        for files in contents:
            for name, text in files.items():
                found[name].add(text)
        return found


DraftsMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestDraftsNeverLose = DraftsMachine.TestCase
