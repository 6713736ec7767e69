from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from groundwork.running.gate import OutputGate
from groundwork.running.lines import Source
from groundwork.running.spool import Spool
from groundwork.running.terminal import MAXIMUM_LINES


def gate(file: Path | None = None, largest: int = 1000) -> OutputGate:
    return OutputGate(Spool(file, largest))


def text(opened: OutputGate) -> str:
    update = opened.take()
    return "\n".join(line.text for line in [*update.lines, update.current])


@given(content=st.binary(max_size=60), cuts=st.lists(st.integers(0, 60), max_size=6))
def test_bytes_cut_anywhere_give_the_same_text(content: bytes, cuts: list[int]) -> None:
    whole, cut = gate(), gate()
    whole.receive(content, Source.OUTPUT)
    whole.close()
    for start, end in pairwise(sorted({0, len(content), *(c for c in cuts if c < len(content))})):
        cut.receive(content[start:end], Source.OUTPUT)
    cut.close()
    assert text(cut) == text(whole)


def test_a_character_in_two_pieces_is_not_broken_by_the_other_stream() -> None:
    opened = gate()
    first, second = "é".encode()[:1], "é".encode()[1:]
    opened.receive(first, Source.OUTPUT)
    opened.receive(b"!", Source.ERROR)
    opened.receive(second, Source.OUTPUT)
    assert text(opened) == "!é"


def test_half_a_character_at_the_end_shows_as_such() -> None:
    opened = gate()
    opened.receive(b"a\xc3", Source.OUTPUT)
    opened.close()
    assert text(opened) == "a\ufffd"


def test_it_tells_whether_there_is_news() -> None:
    quiet, told, taken = gate(), gate(), gate()
    told.receive(b"x", Source.OUTPUT)
    taken.receive(b"x", Source.OUTPUT)
    taken.take()
    assert [each.has_news for each in (quiet, told, taken)] == [False, True, False]


def test_everything_goes_to_the_spool_as_it_came(tmp_path: Path) -> None:
    opened = gate(tmp_path / "output")
    opened.receive(b"Name? ", Source.OUTPUT)
    opened.receive("Zoë\n".encode(), Source.INPUT)
    opened.receive(b"\xff", Source.ERROR)
    assert opened.spool.file is not None
    assert opened.spool.file.read_bytes() == b"Name? Zo\xc3\xab\n\xff"


def test_no_remark_while_all_can_be_seen(tmp_path: Path) -> None:
    opened = gate(tmp_path / "output")
    opened.receive(b"x\n" * 400, Source.OUTPUT)
    assert opened.remark == ""


def test_the_remark_counts_what_is_not_shown(tmp_path: Path) -> None:
    opened = gate(tmp_path / "output", largest=1 << 20)
    opened.receive(b"x\n" * (MAXIMUM_LINES + 1), Source.OUTPUT)
    assert opened.remark == "5,001 lines, 9.8 kB. The last 5,000 lines are shown here."
    assert opened.loss == ""


def test_the_remark_says_what_is_not_kept(tmp_path: Path) -> None:
    opened = gate(tmp_path / "output", largest=1024)
    opened.receive(b"x\n" * 6000, Source.OUTPUT)
    assert opened.remark.endswith("Only the first 1 kB are kept.")
    assert opened.loss == "Only the first 1 kB are kept."


def test_the_remark_says_why_nothing_is_kept() -> None:
    opened = gate()
    opened.receive(b"x\n" * 6000, Source.OUTPUT)
    assert opened.remark.endswith(opened.loss)
    assert opened.loss == "The rest could not be kept: there is no folder to keep it in."
