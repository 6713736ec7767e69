"""What `groundwork doctor` finds when it looks at one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says what to do where it is not well."""

    subject: str
    is_well: bool
    sentence: str
    remedy: str = ""

    @property
    def text(self) -> str:
        """The finding for a terminal."""
        line = f"{'ok ' if self.is_well else 'bad'}  {self.subject}: {self.sentence}"
        return f"{line}\n       {self.remedy}" if self.remedy else line

    @property
    def fields(self) -> dict[str, object]:
        """The finding for a JSON document."""
        return {
            "subject": self.subject,
            "is_well": self.is_well,
            "sentence": self.sentence,
            "remedy": self.remedy,
        }
