"""What a web application answers to a request."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from groundwork.checking.checked_run import raised
from groundwork.checking.differing import differing
from groundwork.checking.judging import BrokenCheckError, Judge
from groundwork.checking.observed import Observed, Raised
from groundwork.checking.request import Request
from groundwork.checking.sentences import call_raised, error_text
from groundwork.checking.shortening import short, short_texts
from groundwork.checking.values import MalformedValueError, decoded, is_same, literal
from groundwork.checking.verdicts import CheckVerdict
from groundwork.child.probes import HTTP
from groundwork.packs.checks import HttpCheck, Limits

_MODULE = "main"


@dataclass(frozen=True, slots=True)
class Response:
    """What the application answered."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", errors="replace")

    @property
    def json(self) -> object:
        """The body read as JSON.

        Raises:
            ValueError: it is none.
        """
        try:
            return json.loads(self.text)
        except RecursionError as error:
            raise ValueError(str(error)) from error


class HttpJudge(Judge):
    """Compares status and body; the program is imported, so that it starts no server of its own."""

    def __init__(self, check: HttpCheck, main: str, limits: Limits) -> None:
        super().__init__(check, main, limits)
        self._check = check

    @property
    def request(self) -> Request:
        """The program as a module, and then the request."""
        check, body = self._check, self._check.body.encode("utf-8")
        path, _, query = check.path.partition("?")
        probe = (
            HTTP,
            check.app,
            check.method,
            unquote_to_bytes(path),
            query.encode("utf-8"),
            self._headers(body),
            body,
        )
        return Request(probe, limits=self.limits, called=_MODULE)

    @property
    def needs_solution(self) -> bool:
        """Where the author asks for nothing in particular."""
        check = self._check
        return not (check.status or check.json is not None or check.contains)

    @property
    def given(self) -> str:
        """The request as it goes over a wire, without what goes without saying."""
        check = self._check
        headers = "".join(f"{name}: {value}\n" for name, value in check.headers)
        body = f"\n{check.body}" if check.body else ""
        return f"{check.method} {check.path}\n{headers}{body}".rstrip()

    def judged(self, got: Observed, solved: Observed | None) -> CheckVerdict:
        """Status first, then the body."""
        answer = _answer(got)
        if isinstance(answer, Raised):
            sentence = call_raised(answer, self.limits, self._request_line, self.main)
            return self.failed(got, sentence, got=error_text(answer), place=answer.place)
        if solved is not None:
            right = _answer(solved)
            if isinstance(right, Raised):
                raise BrokenCheckError("the exercise's solution gives no response")
            return self._judged_by(right, got, answer)
        return self._judged(got, answer)

    def _judged(self, observed: Observed, answer: Response) -> CheckVerdict:
        check = self._check
        if check.status and answer.status != check.status:
            return self._wrong_status(observed, answer, check.status)
        if check.json is not None:
            verdict = self._wrong_json(observed, answer, _json(check.json))
            if verdict is not None:
                return verdict
        if check.contains not in answer.text:
            sentence = f"The body does not hold “{check.contains}”."
            return self.failed(
                observed,
                sentence,
                got=short(answer.text),
                expected=short(check.contains),
                is_text=True,
            )
        return self.passed(observed)

    def _judged_by(self, right: Response, observed: Observed, answer: Response) -> CheckVerdict:
        if answer.status != right.status:
            return self._wrong_status(observed, answer, right.status)
        if answer.body == right.body:
            return self.passed(observed)
        try:
            return self._wrong_json(observed, answer, right.json) or self.passed(observed)
        except ValueError:
            texts = short_texts(answer.text, right.text, 0, 0)
            sentence = "The body differs from what is expected."
            return self.failed(observed, sentence, got=texts[0], expected=texts[1], is_text=True)

    def _wrong_status(self, observed: Observed, answer: Response, status: int) -> CheckVerdict:
        sentence = f"This check expected status {status} and got {answer.status}."
        got = f"{_status(answer.status)}\n{answer.text}".rstrip()
        return self.failed(
            observed, sentence, got=short(got), expected=_status(status), is_text=True
        )

    def _wrong_json(
        self, observed: Observed, answer: Response, expected: object
    ) -> CheckVerdict | None:
        """The verdict on a body that is not that JSON; None where it is."""
        try:
            body = answer.json
        except ValueError:
            sentence = "The body is no JSON."
            wanted = short(json.dumps(expected, ensure_ascii=False, default=repr))
            return self.failed(observed, sentence, got=short(answer.text), expected=wanted)
        if is_same(body, expected):
            return None
        sentence, got, wanted = differing(body, expected)
        return self.failed(observed, sentence, got=got, expected=wanted)

    def are_alike(self, one: Observed, other: Observed) -> bool:
        """The same status and body, or the same class of exception."""
        first, second = _answer(one), _answer(other)
        if isinstance(first, Raised) and isinstance(second, Raised):
            return first.classes[:1] == second.classes[:1]
        if isinstance(first, Raised) or isinstance(second, Raised):
            return False
        return (first.status, first.body) == (second.status, second.body)

    def _headers(self, body: bytes) -> tuple[tuple[str, str], ...]:
        """The author's, and those that every client sends."""
        written = {name.lower() for name, _ in self._check.headers}
        plain = {"host": "localhost", "accept": "*/*"}
        if body:
            is_json = body.lstrip()[:1] in {b"{", b"["}
            kind = "application/json" if is_json else "application/x-www-form-urlencoded"
            plain |= {"content-type": kind, "content-length": str(len(body))}
        added = tuple((name, value) for name, value in plain.items() if name not in written)
        return (*self._check.headers, *added)

    @property
    def _request_line(self) -> str:
        return f"{self._check.method} {self._check.path}"


def _answer(observed: Observed) -> Response | Raised:
    for one in observed.answers:
        if one.kind == "raised" and (error := raised(one.parts)) is not None:
            return error
        if one.kind == "response":
            match [decoded(part) for part in one.parts]:
                case [int(status), list(headers), bytes(body)]:
                    return Response(status, tuple(headers), body)
    raise MalformedValueError("no response")


def _json(written: str) -> object:
    """The value of a JSON or Python literal.

    Raises:
        ValueError: it is neither.
    """
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return literal(written)


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
