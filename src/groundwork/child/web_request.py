"""A request to a web application, as values."""

from __future__ import annotations


class WebRequest:
    """What a server would have read: `path` is decoded, `query` is what stands behind the `?`."""

    def __init__(
        self,
        method: str,
        path: bytes,
        query: bytes,
        headers: tuple[tuple[str, str], ...],
        body: bytes,
    ) -> None:
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
