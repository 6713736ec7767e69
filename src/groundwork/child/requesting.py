"""Hands one request to a WSGI or ASGI application in a program that has run, without a socket."""

from __future__ import annotations

import builtins

from groundwork.child import asgi, wsgi
from groundwork.child.calling import CODE_NAME
from groundwork.child.encoding import encoded
from groundwork.child.raised import raised
from groundwork.child.web_request import WebRequest

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.channel import Channel

_IS_COROUTINE = 0x80
"""CO_COROUTINE, as in `inspect`."""

_THREE = 3
"""An ASGI application takes scope, receive and send."""


class Probe:
    """An application, by an expression, and a request."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a request is made of
        self,
        app: str,
        method: str,
        path: bytes,
        query: bytes,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
    ) -> None:
        self._app = compile(app.strip(), CODE_NAME, "eval", dont_inherit=True)
        self._request = WebRequest(method, path, query, headers, body)

    def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Tell `response`, or `raised`."""
        try:
            app = eval(self._app, namespace)  # noqa: S307 - that is what was asked for
            answer = asgi.response if _is_asgi(app) else wsgi.response
            status, headers, body = answer(app, self._request, folder)
        except BaseException as error:  # noqa: BLE001 - whatever it raises is the answer
            channel.tell("raised", raised(error, folder))
        else:
            channel.tell("response", encoded(status), encoded(headers), encoded(body))


def _is_asgi(app: object) -> bool:
    """Whether calling it makes a coroutine, or it takes three arguments."""
    function = app if hasattr(app, "__code__") else getattr(app, "__func__", None)
    called = function or getattr(type(app), "__call__", None)  # noqa: B004 - asked of the class
    code = getattr(called, "__code__", None)
    if code is None:
        return False
    count = code.co_argcount - (called is not app)
    return bool(code.co_flags & _IS_COROUTINE) or count == _THREE
