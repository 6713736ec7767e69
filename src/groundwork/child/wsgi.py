"""One exchange with a WSGI application, as PEP 3333 has it."""

from __future__ import annotations

import builtins
import sys
from io import BytesIO

from groundwork.child.web_request import WebRequest

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WITHOUT_PREFIX = frozenset({"CONTENT_TYPE", "CONTENT_LENGTH"})


def response(
    app: Callable[..., Iterable[bytes]], request: WebRequest, _folder: str
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body that the application answers with; raises what it raises."""
    heads: list[tuple[str, list[tuple[str, str]]]] = []
    pieces: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _error: object = None
    ) -> Callable[[bytes], None]:
        heads.append((status, headers))
        return pieces.append

    answer = app(_environment(request), start_response)
    try:
        pieces += answer
    finally:
        if hasattr(answer, "close"):
            answer.close()
    if not heads:
        raise RuntimeError("the application did not call start_response")
    status, headers = heads[-1]
    return int(status.split()[0]), [(name, value) for name, value in headers], b"".join(pieces)


def _environment(request: WebRequest) -> dict[str, object]:
    environment: dict[str, object] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path.decode("latin-1"),
        "QUERY_STRING": request.query.decode("latin-1"),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(request.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": True,
    }
    for name, value in request.headers:
        variable = name.upper().replace("-", "_")
        environment[variable if variable in _WITHOUT_PREFIX else f"HTTP_{variable}"] = value
    return environment
