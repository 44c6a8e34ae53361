"""Skimming: all that a page says, read as fast as may be, to know whether it must be read closely.

Nothing that close reading of a page finds escapes it; it may hear more than there is. Judging takes
three quarters of the time, measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from casebook.build.text_extraction import INLINE, SEEN_OR_HEARD, TAG, said_by, texts_of_markup

_INLINE_TAG = re.compile(rf"</?(?:{INLINE})(?=[\s/>])[^>]*+>", re.IGNORECASE)
_IS_ODD = re.compile(r"<(?:[!?]|script|style|[^<>]*<)", re.IGNORECASE)
"""Where text can stand within a tag, or what looks like a tag is text."""


def chunks(content: bytes) -> list[bytes]:
    """A page cut roughly: between a line that ends a tag and one that begins with a tag.

    Each has lost the `<` before it, and the `>` and the new line after it; scripts are whole.
    """
    first, *others = content.split(b"<script")
    found = _chunks(first)
    for other in others:
        script, _, rest = other.partition(b"</script>")
        found.append(b"script%b</script>" % script)
        found += _chunks(rest)
    return found


def _chunks(content: bytes) -> list[bytes]:
    """A NUL ends the last, whose end closes no tag."""
    return (b">\n%b\0" % content).split(b">\n<")


def chunk_lines(sheet: bytes) -> list[bytes]:
    """The lines of a sheet that end a tag, without the `>` at their end."""
    whole = b"<" + sheet
    return [whole] if sheet.startswith(b"script") else whole.split(b">\n")


def quick_texts(found: Iterable[bytes]) -> set[str]:
    """What such lines say, all of them read at once: a third of the time of one by one."""
    scripts: list[bytes] = []
    others: list[bytes] = []
    for line in found:
        (scripts if line.startswith(b"<script") else others).append(line)
    heard = _plainly(b">\0".join((*others, b"")).decode("utf-8", "replace"))
    closely = scripts if heard is not None else [*scripts, *map(_closed, others)]
    texts = (texts_of_markup(line.decode("utf-8", "replace")) for line in closely)
    return (heard or set()).union(*texts)


def _closed(line: bytes) -> bytes:
    return line[:-1] if line.endswith(b"\0") else line + b">"


def _plainly(content: str) -> set[str] | None:
    """The texts between tags, and those in tags; None where it is not sure which is which."""
    if _IS_ODD.search(content):
        return None
    runs = {*TAG.sub("\0", _INLINE_TAG.sub("", content)).split("\0")}
    attributes = set(SEEN_OR_HEARD.findall(content))
    values = "".join(one or two for _, one, two in attributes)
    if "<" in values or "\0" in values or any("=" in run for run in runs):
        return None
    texts = {said_by(name, one or two) for name, one, two in attributes}
    for run in runs - {"", ">"}:
        text = unescape(run) if "&" in run else run
        texts.add((unescape(TAG.sub("\n", text)) if "<" in text else text).strip())
    return texts
