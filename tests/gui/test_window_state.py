import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.window_state import WindowState, load_window_state, save_window_state

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    state = WindowState(
        geometry=[1, 2, 800, 600],
        is_maximized=True,
        panel_sizes={"wide": [250, 500, 400]},
        work_sizes=[300, 200],
        tree_is_wanted=False,
        expanded=["pack", "pack/chapter"],
        packs=["/media/stick/pack"],
    )
    save_window_state(state, tmp_path / "window.json")
    assert load_window_state(tmp_path / "window.json") == state


def test_without_a_file_the_window_has_its_first_shape(tmp_path: Path) -> None:
    assert load_window_state(tmp_path / "none.json") == WindowState()


@given(st.dictionaries(st.sampled_from(list(WindowState._fields)), JSON) | JSON)
def test_any_file_gives_a_state_of_the_right_shape(content: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "window.json"
        file.write_text(json.dumps(content))
        state = load_window_state(file)
    assert all(isinstance(number, int) for number in [*state.geometry, *state.work_sizes])
    assert all(isinstance(text, str) for text in [*state.expanded, *state.packs])
    assert isinstance(state.tree_is_wanted, bool)
