"""Whatever lies in a folder, opening it ends in a pack or in sentences, never in an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Block, Callout, Heading, LoadedPack, Picture, Prose
from groundwork.packs.search import SearchIndex
from groundwork.packs.validate import problems_of

from .a_pack import LESSON, MANIFEST, write, write_pack

WORDS = st.sampled_from(
    [
        "word", " ", "\n", "\n\n", "# ", "## ", "- ", "1. ", "> ", "> [!NOTE]\n", "[!TIP]", "```",
        "```python example id=a ", "```python example ", "~~~", "file=", 'title="', "fails=x", '"',
        'input="\\n"', "main", "no-run", "    ", "\t", "|", "|---|\n", "| a | b |\n", "*", "**",
        "`", "[", "](", ")", "lists.md", "#word", "!", "![", "pot.svg", "<b>", "<!--", "-->", "<",
        "&amp;", "\\", "https://x.org", "javascript:x", "\0", "\r", "é", "\u2028", "---\n", "../",
        "{", "[a]: <x y>\n", "\ufeff", "[[", "]]", "=", "example id=b\n", "\n---\n", "\nx\n===\n",
    ]
)  # fmt: skip
LESSONS = st.one_of(
    st.lists(WORDS, max_size=60).map("".join),
    st.lists(WORDS, max_size=60).map(lambda words: f"---\ntitle: T\n---\n{''.join(words)}"),
    st.text(),
).map(lambda text: text.encode("utf-8"))
TOML_WORDS = st.sampled_from(
    [
        "\n", "[[chapters]]", "[chapters]", "chapters", "\\u0000", "lessons", "id", "title",
        "format", "=",
        '"', "'", '"first"', '"x"', "[", "]", "{", "}", ",", "1", "2026-01-01", "inf", "true",
        "#", ".", " ", "é", '"../x"', '"""', "99999999999999999999", "authors", "\0",
    ]
)  # fmt: skip
MANIFESTS = st.one_of(
    st.lists(TOML_WORDS, max_size=40).map("".join).map(lambda text: text.encode("utf-8")),
    st.integers(0, len(MANIFEST)).map(lambda length: MANIFEST[:length].encode("utf-8")),
    st.tuples(st.integers(0, len(MANIFEST) - 1), TOML_WORDS).map(
        lambda edit: f"{MANIFEST[: edit[0]]}{edit[1]}{MANIFEST[edit[0] + 1 :]}".encode()
    ),
    st.binary(max_size=200),
)
TAGS = re.compile(
    r"</?(?:p|em|strong|code|br|ul|li|blockquote|table|thead|tbody|tr|pre|hr|th|td|ol|a)>"
    r'|<ol start="[0-9]+">|<t[hd] align="(?:left|center|right)">|<a href="[^"<>]*">'
)
ALLOWED_TARGET = re.compile(r"(?:https?://|mailto:|[^:]*$)", re.IGNORECASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


def check(folder: Path) -> LoadedPack:
    """Open the pack and read all of it, and look at what came out."""
    loaded = load_pack(folder)
    told = list(loaded.problems)
    if loaded.pack is not None:
        assert len({lesson.id for lesson in loaded.pack.lessons}) == len(loaded.pack.lessons)
        told += problems_of(loaded.pack)
        for lesson in loaded.pack.lessons:
            for block in load_page(loaded.pack, lesson).page.blocks:
                check_block(block, folder)
        SearchIndex.build(loaded.pack).matching("word")
    for problem in told:
        str(problem).encode("utf-8")
        assert problem.line >= 0
        assert re.fullmatch(r"[A-Z“].*[.?]", problem.sentence), problem.sentence
        assert re.fullmatch(r"[A-Z“].*[.?…]", problem.remedy), problem.remedy
    return loaded


def check_block(block: Block, folder: Path) -> None:
    if isinstance(block, Callout):
        for inner in block.blocks:
            check_block(inner, folder)
    elif isinstance(block, Picture):
        assert block.path.is_relative_to(folder)
    elif isinstance(block, (Prose, Heading)):
        assert "<" not in TAGS.sub("", block.html)
        for target in re.findall(r'href="([^"]*)"', block.html):
            assert ALLOWED_TARGET.match(target)


# Every example reads and writes files, on a machine that may be busy.
fuzzed = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@fuzzed
@given(content=LESSONS)
def test_any_text_may_be_a_lesson(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", content)

    loaded = check(folder)

    assert loaded.pack is not None
    assert "welcome" in {lesson.id for lesson in loaded.pack.lessons}


@fuzzed
@given(content=st.binary())
def test_any_bytes_may_be_a_lesson(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", content)

    check(folder)


@fuzzed
@given(content=MANIFESTS)
def test_anything_may_be_a_manifest(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", content)
    write(folder, "first/welcome.md", LESSON.format(title="Welcome"))

    check(folder)
