"""The names of lessons and examples among all packs; light, for they are wanted first of all."""

from __future__ import annotations

from typing import NamedTuple


class LessonAddress(NamedTuple):
    """Names one lesson among all packs; lesson ids are unique in their pack."""

    pack_id: str
    lesson_id: str


class ExampleAddress(NamedTuple):
    """Names one example among all packs; example ids are unique in their lesson."""

    pack_id: str
    lesson_id: str
    example_id: str

    @property
    def lesson(self) -> LessonAddress:
        """The lesson that the example stands in."""
        return LessonAddress(self.pack_id, self.lesson_id)
