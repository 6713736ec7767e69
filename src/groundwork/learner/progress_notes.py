"""What the learner did, as the statements that note it in the file of progress.

Attempts, answers, hints and seconds are added up where they belong, one row for each exercise and
lesson: the file grows with what there is to learn, not with how often it was tried.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from groundwork.learner.states import ExerciseProgress, LessonProgress, WorkState
from groundwork.packs.addresses import ExampleAddress, LessonAddress
from groundwork.packs.moves import Move

Statement = tuple[str, tuple[object, ...]]
"""SQL with its arguments."""

_BEGIN = """
INSERT INTO lesson (pack_id, lesson_id, state, changed_at, seen_at) VALUES (?, ?, 1, ?, ?)
ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at,
    changed_at = IIF(state < excluded.state, excluded.changed_at, changed_at),
    state = MAX(state, excluded.state)"""
_SET = """
INSERT INTO lesson (pack_id, lesson_id, state, changed_at, seen_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
    seen_at = excluded.seen_at"""
_PUT = """
INSERT OR REPLACE INTO lesson (pack_id, lesson_id, state, exercises_done, questions_done, seconds,
    changed_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_SPEND = """
UPDATE lesson SET seconds = seconds + ?, seen_at = ? WHERE pack_id = ? AND lesson_id = ?"""
_RUN = """
INSERT INTO example (pack_id, lesson_id, example_id, runs, successes, last_run_at)
VALUES (?, ?, ?, 1, ?, ?)
ON CONFLICT DO UPDATE SET runs = runs + 1, successes = successes + excluded.successes,
    last_run_at = excluded.last_run_at"""
_ADD = """
INSERT INTO exercise (pack_id, lesson_id, exercise_id, attempts, passes, hints, was_helped,
    is_question, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts,
    passes = passes + excluded.passes, hints = MAX(hints, excluded.hints),
    was_helped = MAX(was_helped, excluded.was_helped AND passes = 0),
    changed_at = excluded.changed_at"""
_COUNT = """
UPDATE lesson SET (exercises_done, questions_done) = (
    SELECT COUNT(*) FILTER (WHERE NOT is_question), COUNT(*) FILTER (WHERE is_question)
    FROM exercise WHERE exercise.pack_id = lesson.pack_id
        AND exercise.lesson_id = lesson.lesson_id AND passes > 0)
WHERE pack_id = ? AND lesson_id = ?"""
_COMPLETE = """
WITH required (id) AS (VALUES {}), solved AS (
    SELECT exercise_id, was_helped FROM exercise
    WHERE pack_id = ? AND lesson_id = ? AND passes > 0)
UPDATE lesson SET changed_at = ?, state = (
    SELECT IIF(MAX(was_helped), 3, 2) FROM solved JOIN required ON exercise_id = id)
WHERE pack_id = ? AND lesson_id = ? AND state < 2
    AND NOT EXISTS (SELECT id FROM required EXCEPT SELECT exercise_id FROM solved)"""
_FORGET = "DELETE FROM exercise WHERE pack_id = ? AND lesson_id = ?"
_RENEW = """
UPDATE lesson SET state = 0, exercises_done = 0, questions_done = 0, changed_at = ?
WHERE pack_id = ? AND lesson_id = ?"""
_MOVE_LESSON = """
INSERT INTO lesson (pack_id, lesson_id, state, exercises_done, questions_done, seconds, changed_at,
    seen_at)
SELECT pack_id, ?, state, 0, 0, seconds, changed_at, seen_at FROM lesson
WHERE pack_id = ? AND lesson_id = ?
ON CONFLICT DO UPDATE SET state = MAX(state, excluded.state), seconds = seconds + excluded.seconds,
    seen_at = MAX(seen_at, excluded.seen_at)"""
_MOVE_EXAMPLES = """
INSERT INTO example (pack_id, lesson_id, example_id, runs, successes, last_run_at)
SELECT pack_id, ?, COALESCE(?, example_id), runs, successes, last_run_at FROM example
WHERE pack_id = ? AND lesson_id = ? AND example_id = COALESCE(?, example_id)
ON CONFLICT DO UPDATE SET runs = runs + excluded.runs, successes = successes + excluded.successes,
    last_run_at = MAX(last_run_at, excluded.last_run_at)"""
_MOVE_EXERCISES = """
INSERT INTO exercise (pack_id, lesson_id, exercise_id, attempts, passes, hints, was_helped,
    is_question, changed_at)
SELECT pack_id, ?, COALESCE(?, exercise_id), attempts, passes, hints, was_helped, is_question,
    changed_at FROM exercise
WHERE pack_id = ? AND lesson_id = ? AND exercise_id = COALESCE(?, exercise_id)
ON CONFLICT DO UPDATE SET attempts = attempts + excluded.attempts,
    passes = passes + excluded.passes, hints = MAX(hints, excluded.hints),
    was_helped = MAX(was_helped, excluded.was_helped)"""
_DROP_EXAMPLES = """
DELETE FROM example
WHERE pack_id = ? AND lesson_id = ? AND example_id = COALESCE(?, example_id)"""
_DROP_EXERCISES = """
DELETE FROM exercise
WHERE pack_id = ? AND lesson_id = ? AND exercise_id = COALESCE(?, exercise_id)"""
_DROP_LESSON = "DELETE FROM lesson WHERE pack_id = ? AND lesson_id = ?"


def opened(address: LessonAddress) -> Iterator[Statement]:
    """The lesson was opened; what has come into it from another one counts from now on."""
    yield from begun(address)
    yield _COUNT, _ids(address)


def begun(address: LessonAddress) -> Iterator[Statement]:
    """The lesson was opened or worked on; one that is done stays done."""
    now = _now()
    yield _BEGIN, (*_ids(address), now, now)


def declared(address: LessonAddress, *, is_done: bool) -> Iterator[Statement]:
    """The learner says that the lesson is done, or that it is not."""
    state = WorkState.DONE if is_done else WorkState.BEGUN
    now = _now()
    yield _SET, (*_ids(address), state.value, now, now)


def known(address: LessonAddress, progress: LessonProgress) -> Iterator[Statement]:
    """So the lesson stood in a file that is no more."""
    counts = (progress.exercises_done, progress.questions_done, progress.seconds)
    moments = (progress.seen_at, progress.seen_at)
    yield _PUT, (*_ids(address), progress.state.value, *counts, *moments)


def spent(address: LessonAddress, seconds: int) -> Iterator[Statement]:
    """So long the learner was busy with the lesson."""
    yield _SPEND, (seconds, _now(), *_ids(address))


def example_ran(address: ExampleAddress, *, was_success: bool) -> Iterator[Statement]:
    """An example was run, which begins its lesson."""
    yield _RUN, (*_ids(address.lesson), address.example_id, int(was_success), _now())
    yield from begun(address.lesson)


def worked(
    address: ExampleAddress, added: ExerciseProgress, required: Collection[str] = ()
) -> Iterator[Statement]:
    """`added` was done with an exercise or a question, which begins its lesson.

    With a pass the lesson is done, where all exercises and questions that it requires are.
    """
    counts = (added.attempts, added.passes, added.hints, added.was_helped, added.is_question)
    yield _ADD, (*_ids(address.lesson), address.example_id, *map(int, counts), _now())
    yield from begun(address.lesson)
    yield _COUNT, _ids(address.lesson)
    if added.passes and required:
        ids = _ids(address.lesson)
        places = ", ".join(["(?)"] * len(required))
        yield _COMPLETE.format(places), (*required, *ids, _now(), *ids)


def restarted(address: LessonAddress) -> Iterator[Statement]:
    """The lesson is new again, with all its exercises; the time spent stays."""
    yield _FORGET, _ids(address)
    yield _RENEW, (_now(), *_ids(address))


def moved(move: Move) -> Iterator[Statement]:
    """What was at an address that has changed is at the new one; what was there is added to it."""
    (old, _, old_id), (new, _, new_id) = move.old.partition("/"), move.new.partition("/")
    place = (move.pack_id, old, old_id or None)
    for copy, drop in ((_MOVE_EXAMPLES, _DROP_EXAMPLES), (_MOVE_EXERCISES, _DROP_EXERCISES)):
        yield copy, (new, new_id or None, *place)
        yield drop, place
    if not old_id:
        yield _MOVE_LESSON, (new, move.pack_id, old)
        yield _DROP_LESSON, (move.pack_id, old)
    for lesson in (old, new):
        yield _COUNT, (move.pack_id, lesson)


def _ids(address: LessonAddress) -> tuple[str, str]:
    return address.pack_id, address.lesson_id


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
