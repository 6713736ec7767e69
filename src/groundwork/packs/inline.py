"""The pieces of a paragraph as HTML that is safe to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from groundwork.packs.links import BrokenLink
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import quoted

LinkReader = Callable[[str, int], str | BrokenLink]
"""The target, as the page gives it, of a link that is written as the text, in the line."""


class InlineWriter:
    """Writes pieces as HTML; text is escaped, links are checked, everything else is told."""

    def __init__(self, read_link: LinkReader, problems: ProblemCollector) -> None:
        self._read_link = read_link
        self._problems = problems
        self._writers: dict[str, Callable[[Node], str]] = {
            "em": self._emphasis,
            "strong": self._emphasis,
            "code_inline": lambda node: f"<code>{escape(node.token.content)}</code>",
            "softbreak": lambda _: "\n",
            "hardbreak": lambda _: "<br>\n",
            "link": self._link,
            "image": self._image,
            "html_inline": self._raw_html,
        }

    def html(self, nodes: Sequence[Node]) -> str:
        """The pieces as HTML: `em`, `strong`, `code`, `a` and `br` alone."""
        return "".join(map(self._piece, nodes))

    def _piece(self, node: Node) -> str:
        return self._writers.get(node.kind, self._text)(node)

    def _text(self, node: Node) -> str:
        return escape(node.token.content) + self.html(node.children)

    def _emphasis(self, node: Node) -> str:
        return f"<{node.kind}>{self.html(node.children)}</{node.kind}>"

    def _link(self, node: Node) -> str:
        target = node.attribute("href")
        inside = self.html(node.children)
        if not target:
            sentence = f"The link {quoted(plain_text(node.children))} leads nowhere."
            self._problems.tell(node.line, sentence, "Write its target between the parentheses.")
            return inside
        link = self._read_link(target, node.line)
        if isinstance(link, str):
            return f'<a href="{escape(link)}">{inside}</a>'
        tell_broken(link, node.line, self._problems)
        return inside

    def _image(self, node: Node) -> str:
        text = plain_text(node.children)
        sentence = f"The picture {quoted(node.attribute('src'))} stands inside a line or a list."
        remedy = "Give it a paragraph of its own; until then its description is shown."
        self._problems.tell(node.line, sentence, remedy)
        return f"<em>{escape(text)}</em>" if text else ""

    def _raw_html(self, node: Node) -> str:
        written = node.token.content
        if written.startswith("<!--"):
            return ""
        tell_raw_html(written, node.line, self._problems)
        return escape(written)


def tell_broken(link: BrokenLink, line: int, problems: ProblemCollector) -> None:
    """Tell why a link leads nowhere; where all is wrong, without a guess at what was meant."""
    problems.tell(line, link.sentence, link.otherwise if problems.is_full else link.remedy)


def tell_raw_html(written: str, line: int, problems: ProblemCollector) -> None:
    """Tell that HTML in a lesson is shown as it is written."""
    sentence = f"The HTML {quoted(written)} is shown as text."
    remedy = "Use Markdown instead; if it is meant to be read, put it between backticks."
    problems.tell(line, sentence, remedy)
