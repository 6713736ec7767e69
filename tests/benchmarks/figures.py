"""The figures that are printed, and how several measurements become one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `limit` is the most that the value may be, None where it informs."""

    row: str
    what: str
    value: float
    unit: str
    limit: float | None
    detail: str

    @property
    def is_kept(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        return None if self.limit is None else self.value <= self.limit


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def spread(values: Sequence[float], unit: str = "s") -> str:
    """Median, least and most in words: `0.412 s (0.398 to 0.431)`."""
    least, most = min(values), max(values)
    return f"{_number(middle(values))} {unit} ({_number(least)} to {_number(most)})"


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text, under each what it was made of."""
    width = max((len(figure.what) for figure in figures), default=0)
    head = f"{'':{width}}  {'measured':>10}  {'at most':>10}"
    lines = [head, "-" * (len(head) + 8)]
    for figure in figures:
        value = f"{_number(figure.value)} {figure.unit}"
        limit = "" if figure.limit is None else f"{_number(figure.limit)} {figure.unit}"
        verdict = {True: "kept", False: "MISSED", None: ""}[figure.is_kept]
        lines.append(f"{figure.what:{width}}  {value:>10}  {limit:>10}  {verdict}".rstrip())
        lines += [f"    {part}" for part in figure.detail.splitlines()]
    return "\n".join(lines)


def _number(value: float) -> str:
    """Three significant places at least, and no more than three behind the point."""
    size = abs(value)
    places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:.{places}f}"
