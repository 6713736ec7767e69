"""One exchange with an ASGI application, within its lifespan where it has one.

The messages are those of the ASGI specification, version 3.0.
"""

from __future__ import annotations

import builtins
import sys

from groundwork.child.surroundings import OutOf
from groundwork.child.web_request import WebRequest

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import ModuleType
    from typing import Any

    Application = Callable[..., Awaitable[None]]

_VERSION = {"version": "3.0", "spec_version": "2.4"}


def response(
    app: Application, request: WebRequest, folder: str
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body that the application answers with; raises what it raises."""
    with OutOf(folder):
        import asyncio  # noqa: PLC0415 - a learner's file of that name is not meant

    answer: tuple[int, list[tuple[str, str]], bytes] = asyncio.run(_answer(asyncio, app, request))
    return answer


async def _answer(
    asyncio: ModuleType, app: Application, request: WebRequest
) -> tuple[int, list[tuple[str, str]], bytes]:
    lifespan = _Lifespan(asyncio, app)
    await lifespan.begin()
    exchange = _Exchange(asyncio, request)
    try:
        await app(exchange.scope(lifespan.state), exchange.receive, exchange.send)
    except Exception as error:
        if not exchange.is_complete:
            raise
        sys.stderr.write(f"{type(error).__name__}: {error}\n")  # a server would log it and go on
    finally:
        await lifespan.end()
    return exchange.answer()


class _Lifespan:
    """What a server tells an application at its start and end; many want to hear nothing of it."""

    def __init__(self, asyncio: ModuleType, app: Application) -> None:
        self.state: dict[str, object] = {}
        self._app = app
        self._to_app = asyncio.Queue()
        self._from_app = asyncio.Queue()
        self._task = asyncio.ensure_future(self._live())
        self._is_wanted = False

    async def begin(self) -> None:
        """Let the application start, if it wants to be told."""
        await self._to_app.put({"type": "lifespan.startup"})
        answer = await self._from_app.get()
        if answer["type"] == "lifespan.startup.failed":
            raise RuntimeError(f"the application did not start: {answer.get('message', '')}")
        self._is_wanted = answer["type"] == "lifespan.startup.complete"

    async def end(self) -> None:
        """Let the application end, if it was told of its start."""
        if self._is_wanted:
            await self._to_app.put({"type": "lifespan.shutdown"})
            await self._from_app.get()
        self._task.cancel()

    async def _live(self) -> None:
        scope = {"type": "lifespan", "asgi": _VERSION, "state": self.state}
        try:
            await self._app(scope, self._to_app.get, self._from_app.put)
        except Exception as error:  # noqa: BLE001 - that is how an application declines
            await self._from_app.put({"type": "declined", "message": str(error)})
        else:
            await self._from_app.put({"type": "over"})


class _Exchange:
    """One request and what is sent for it."""

    def __init__(self, asyncio: ModuleType, request: WebRequest) -> None:
        self._request = request
        self._is_sent = False
        self._is_over = asyncio.Event()
        self._head: dict[str, Any] | None = None
        self._pieces: list[bytes] = []

    @property
    def is_complete(self) -> bool:
        """Whether the whole response has come."""
        return bool(self._is_over.is_set())

    def scope(self, state: dict[str, object]) -> dict[str, object]:
        """What the application is told of the request."""
        request = self._request
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in request.headers
        ]
        return {
            "type": "http",
            "asgi": _VERSION,
            "http_version": "1.1",
            "method": request.method,
            "scheme": "http",
            "path": request.path.decode("utf-8", errors="replace"),
            "raw_path": request.path,
            "query_string": request.query,
            "root_path": "",
            "headers": headers,
            "client": ("127.0.0.1", 50000),
            "server": ("localhost", 80),
            "state": {**state},
        }

    async def receive(self) -> dict[str, object]:
        """The body at once; then nothing until the response is there."""
        if not self._is_sent:
            self._is_sent = True
            return {"type": "http.request", "body": self._request.body, "more_body": False}
        await self._is_over.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        """Take a part of the response."""
        if message["type"] == "http.response.start":
            self._head = message
        elif message["type"] == "http.response.body":
            self._pieces.append(message.get("body", b""))
            if not message.get("more_body", False):
                self._is_over.set()

    def answer(self) -> tuple[int, list[tuple[str, str]], bytes]:
        """The whole response."""
        if self._head is None:
            raise RuntimeError("the application sent no response")
        headers = [
            (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
            for name, value in self._head.get("headers", ())
        ]
        return int(self._head["status"]), headers, b"".join(self._pieces)
