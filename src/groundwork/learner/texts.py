"""Bytes of a file as text and back, without losing any: line ends, marks and odd bytes all return.

Almost every file is UTF-8. What is not is read as Latin-1, which gives each byte a character, so
that saving an unchanged text writes the very bytes that were read.
"""

from __future__ import annotations

from codecs import BOM_UTF8

UTF_8 = "utf-8"
UTF_8_WITH_MARK = "utf-8-sig"
LATIN_1 = "latin-1"


def decoded(content: bytes) -> tuple[str, str]:
    """The text in `content`, and the encoding with which `encoded` gives `content` again."""
    encoding = UTF_8_WITH_MARK if content.startswith(BOM_UTF8) else UTF_8
    try:
        return content.decode(encoding, "surrogatepass"), encoding
    except UnicodeDecodeError:
        return content.decode(LATIN_1), LATIN_1


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of `text`; UTF-8 where those of `encoding` would not be read as `text` again."""
    if encoding == LATIN_1:
        content = text.encode(LATIN_1, "replace")
        if decoded(content)[0] == text:
            return content
    return text.encode(UTF_8_WITH_MARK if encoding == UTF_8_WITH_MARK else UTF_8, "surrogatepass")
