"""Bytes become text: the encodings in which spreadsheets and telephones write CSV."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WIDE = 2


def decoded(content: bytes) -> str:
    """Return the text of a file; any bytes give one, if need be with strange letters in it."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    return content.decode(marked or _unmarked(content), errors="replace")


def _unmarked(content: bytes) -> str:
    """Guess the encoding of a text that does not say it: every second byte of English in UTF-16 is zero."""
    head = content[:_WIDE]
    if len(head) == _WIDE and head.count(0) == 1:
        return "utf-16-le" if head[1] == 0 else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
