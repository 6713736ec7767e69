"""Docstrings become a small safe HTML, however they are written."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.language.service.documentation import html_of
from groundwork.paths import language_libraries_folder

pytestmark = pytest.mark.usefixtures("libraries")

TAG = re.compile(r"<[^>]*>")
ALLOWED = {
    f"<{slash}{name}>"
    for slash in ("", "/")
    for name in ("p", "pre", "code", "b", "i", "ul", "ol", "li", "h4")
} | {"<br>"}


def text_of(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


@pytest.mark.parametrize(
    ("docstring", "html"),
    [
        ("", ""),
        ("Add a price.", "<p>Add a price.</p>"),
        ("Add\n    a price.\n\n    And more.", "<p>Add a price.</p><p>And more.</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("Use ``x`` or `y`, *not* **z**.",
         "<p>Use <code>x</code> or <code>y</code>, <i>not</i> <b>z</b>.</p>"),
        ("Read ``s`` (a ``str``).", "<p>Read <code>s</code> (a <code>str</code>).</p>"),
        ("Takes *args and **kwargs, 2 * 3 * 4.", "<p>Takes *args and **kwargs, 2 * 3 * 4.</p>"),
        ("A :class:`~shop.Price` of :meth:`the shop <shop.sell>`.",
         "<p>A <code>Price</code> of <code>the shop</code>.</p>"),
        ("Read\n[the guide](https://example.org/a) first.", "<p>Read the guide first.</p>"),
        ("Like this::\n\n    a = 1\n\n    b = 2\n\nDone.",
         "<p>Like this:</p><pre>a = 1\n\nb = 2</pre><p>Done.</p>"),
        (">>> add(1)\n2\n\nDone.", "<pre>&gt;&gt;&gt; add(1)\n2</pre><p>Done.</p>"),
        ("```python\nx = 1\n\n# no title\n```\nDone.",
         "<pre>x = 1\n\n# no title</pre><p>Done.</p>"),
        ("## Example\n\nText", "<h4>Example</h4><p>Text</p>"),
        ("Title\n=====\n\nText", "<h4>Title</h4><p>Text</p>"),
        ("- one\n- two\n  goes on\n\nText",
         "<ul><li>one</li><li>two goes on</li></ul><p>Text</p>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("\n* one\n\n  * inner", "<ul><li><p>one</p><ul><li>inner</li></ul></li></ul>"),
        ("range(stop) -> range object\nrange(start, stop) -> range object",
         "<p>range(stop) -&gt; range object<br>range(start, stop) -&gt; range object</p>"),
        ("  sep\n    between\n  end\n    after",
         "<ul><li><code>sep</code>: between</li><li><code>end</code>: after</li></ul>"),
    ],
)  # fmt: skip
def test_plain_text_and_light_markup_are_read(docstring: str, html: str) -> None:
    assert html_of(docstring) == html


GOOGLE = """Sell something.

    Args:
        name (str): What is sold,
            in words.
        *prices: Its ``prices``.

    Returns:
        The sum.

    Raises:
        ValueError: There is none.
    """
NUMPY = """Sell something.

    Parameters
    ----------
    name : str
        What is sold,
        in words.
    *prices
        Its ``prices``.

    Returns
    -------
    The sum.

    Raises
    ------
    ValueError
        There is none.
    """
SPHINX = """Sell something.

    :param name: What is sold,
        in words.
    :type name: str
    :param *prices: Its ``prices``.
    :returns: The sum.
    :rtype: int
    :raises ValueError: There is none.
    """


@pytest.mark.parametrize("docstring", [GOOGLE, NUMPY, SPHINX], ids=["google", "numpy", "sphinx"])
def test_parameters_results_and_errors_look_the_same_in_every_style(docstring: str) -> None:
    assert html_of(docstring) == (
        "<p>Sell something.</p><h4>Parameters</h4>"
        "<ul><li><code>name</code> (<i>str</i>): What is sold, in words.</li>"
        "<li><code>*prices</code>: Its <code>prices</code>.</li></ul>"
        "<h4>Returns</h4><p>The sum.</p>"
        "<h4>Raises</h4><ul><li><code>ValueError</code>: There is none.</li></ul>"
    )


def test_what_sphinx_adds_is_read() -> None:
    html = html_of(
        "Text.\n\n.. versionadded:: 2.0\n   The ``name``.\n\n.. seealso:: :ref:`other`\n\n"
        ".. code-block:: python\n   :caption: x\n\n   a = 1\n\n.. unheard-of:: x\n   Inner.\n"
    )
    assert "<b>New in version 2.0: </b>The <code>name</code>." in html
    assert "<pre>a = 1</pre>" in html
    assert "Inner." in html
    assert "::" not in html


def test_a_table_is_read_row_by_row() -> None:
    html = html_of("Modes:\n\n==== =======\n'r'  reading\n'w'  writing\\n\n==== =======\n")
    assert "<li>&#x27;r&#x27;: reading</li><li>&#x27;w&#x27;: writing\\n</li>" in html


@pytest.mark.parametrize(
    "docstring",
    [
        ".. include:: /etc/passwd",
        ".. literalinclude:: /etc/passwd",
        ".. csv-table::\n   :file: /etc/passwd",
        ".. raw:: html\n\n   <script>root:</script>",
        ".. raw:: html\n   :file: /etc/passwd",
        ".. figure:: http://example.org/root:.png\n\n   .. image:: /etc/passwd",
        ".. |x| image:: root:\n\n|x|",
        ".. _x: http://example.org/root:\n\n`x`_ x_",
        "![x](http://example.org/root:.png) [x](file:///root:)",
        ".. unheard-of::\n\n   .. include:: /etc/passwd",
        ".. role:: raw-html(raw)\n   :format: html\n\n:raw-html:`<b>root:</b>`".replace(
            "root:", ""
        ),
    ],
)
def test_nothing_is_fetched_and_nothing_passes_as_it_is(docstring: str) -> None:
    html = html_of("\n" + docstring)
    assert "root:" not in html
    assert set(TAG.findall(html)) <= ALLOWED


MARKS = st.sampled_from(
    ["``", "`", "*", "**", "::", "\n", "\n\n", "    ", "- ", "1. ", ".. ", "|", "[1]_", "__", "_",
     ":param x:", ".. note::", ".. list-table::", "+--+\n|", "==== ==\n", "----\n", "<b>", "&amp;",
     "\\", "#", "```\n", ">>> ", "Args:\n", "x : int", "(", ")", "\x00", "\ud800", "\u202e", "a",
     ".. |x| replace:: y", "`a <b>`_", ":r:`", "Parameters\n------\n", "!!! note\n", "~" * 5]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(MARKS | st.text(max_size=5), max_size=60).map("".join)))
def test_any_text_becomes_html_that_is_safe(docstring: str) -> None:
    html = html_of(docstring)
    tags = TAG.findall(html)
    assert set(tags) <= ALLOWED
    assert is_nested_well(tags)
    assert {category(sign) for sign in html.replace("\n", "")} & {"Cc", "Cs"} == set()
    assert "&" not in re.sub(r"&(?:lt|gt|amp|quot|#x27);", "", html)
    html.encode()


def is_nested_well(tags: list[str]) -> bool:
    opened: list[str] = []
    for tag in tags:
        if tag == "<br>":
            continue
        if not tag.startswith("</"):
            opened.append(tag)
        elif not opened or opened.pop() != tag.replace("/", ""):
            return False
    return not opened


@pytest.mark.parametrize(
    "text",
    ["price ", "`" * 7, "*a ", "[", "- " * 9, "x\n" + " " * 40, ".. note::\n\n ", "\n:param x: y",
     "(", ":a:`", "| a |\n", "> ", "```\n", "a\n=\n"],
)  # fmt: skip
def test_a_docstring_of_a_megabyte_is_cut(text: str) -> None:
    assert len(html_of(text * (1_000_000 // len(text)))) < 200_000


def test_what_is_cut_says_so() -> None:
    assert text_of(html_of("A price.\n\n" * 10_000)).endswith("price. …")


def test_plain_docstrings_do_without_docutils_and_nothing_is_printed() -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from groundwork.language.service.documentation import html_of\n"
        "html_of(dict.__doc__), html_of(str.split.__doc__), html_of('# A\\n[b](c)\\n\\n.. d::')\n"
        "assert 'docutils' not in sys.modules\n"
        "html_of('.. nonsense::\\n   :x\\n.. image::\\n`x`__\\n.. include:: x\\n=\\n')\n"
        "assert 'docutils' in sys.modules\n"
    )
    source = Path(__file__).parents[4] / "src"
    command = [sys.executable, "-c", program, str(source), str(language_libraries_folder())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
