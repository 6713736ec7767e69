"""Paragraphs, lists, quotes and tables as HTML that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from groundwork.packs.inline import InlineWriter, tell_raw_html
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.problems import ProblemCollector

_AROUND = {
    "bullet_list": ("<ul>", "</ul>\n"),
    "list_item": ("<li>", "</li>\n"),
    "blockquote": ("<blockquote>", "</blockquote>\n"),
    "heading": ("<p><strong>", "</strong></p>\n"),
    "table": ("<table>\n", "</table>\n"),
    "thead": ("<thead>", "</thead>\n"),
    "tbody": ("<tbody>", "</tbody>\n"),
    "tr": ("<tr>", "</tr>\n"),
}
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ALIGNMENT = re.compile(r"text-align:(left|center|right)")


@dataclass(frozen=True, slots=True)
class ProsePart:
    """Some prose as HTML and as the text alone."""

    html: str
    plain: str


class ProseWriter:
    """Writes blocks as HTML; `displace` takes code and quotes in lists that are more than that."""

    def __init__(
        self,
        inline: InlineWriter,
        problems: ProblemCollector,
        displace: Callable[[Node], bool],
    ) -> None:
        self._problems = problems
        self._displace = displace
        self._writers: dict[str, Callable[[Node], str]] = {
            "inline": lambda node: inline.html(node.children),
            "paragraph": self._paragraph,
            "ordered_list": self._ordered_list,
            "th": self._cell,
            "td": self._cell,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._raw_html,
            "hr": lambda _: "<hr>\n",
        }

    def part(self, node: Node) -> ProsePart:
        """The block, with everything inside it."""
        return ProsePart(self._block(node), _plain(node))

    def _blocks(self, nodes: Sequence[Node]) -> str:
        return "".join(map(self._block, nodes))

    def _block(self, node: Node) -> str:
        if node.kind in {"fence", "blockquote"} and self._displace(node):
            return ""
        writer = self._writers.get(node.kind)
        if writer is not None:
            return writer(node)
        before, after = _AROUND.get(node.kind, ("", ""))
        return f"{before}{self._blocks(node.children)}{after}"

    def _paragraph(self, node: Node) -> str:
        inside = self._blocks(node.children)
        # Paragraphs of a list without empty lines are written without a gap between them.
        return inside if node.token.hidden else f"<p>{inside}</p>\n"

    def _ordered_list(self, node: Node) -> str:
        start = node.attribute("start")
        attribute = f' start="{escape(start)}"' if start else ""
        return f"<ol{attribute}>{self._blocks(node.children)}</ol>\n"

    def _cell(self, node: Node) -> str:
        alignment = _ALIGNMENT.search(node.attribute("style"))
        attribute = f' align="{alignment[1]}"' if alignment else ""
        return f"<{node.kind}{attribute}>{self._blocks(node.children)}</{node.kind}>"

    def _code(self, node: Node) -> str:
        return f"<pre>{escape(node.token.content.rstrip())}</pre>\n"

    def _raw_html(self, node: Node) -> str:
        written = _COMMENT.sub("", node.token.content).strip()
        if _is_open_comment(node.token.content):
            sentence = "The comment that begins here is never closed; it hides what follows."
            self._problems.tell(node.line, sentence, "Write --> after its last word.")
        if not written:
            return ""
        tell_raw_html(written, node.line, self._problems)
        return f"<p>{escape(written)}</p>\n"


def _is_open_comment(html: str) -> bool:
    return html.rfind("<!--") > html.rfind("-->")


def _plain(node: Node) -> str:
    if node.kind == "inline":
        return plain_text(node.children)
    if node.kind in {"fence", "code_block"}:
        return node.token.content.strip()
    if node.kind == "html_block":
        return _COMMENT.sub("", node.token.content).strip()
    separator = "\t" if node.kind == "tr" else "\n"
    return separator.join(filter(None, map(_plain, node.children)))
