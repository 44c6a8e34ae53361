"""The pre-filter of the privacy scan: a fast extraction of the texts of a page.

It finds at least every text that `text_extraction` finds, maybe more. The scan takes three quarters
of the time with it, measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from casebook.build.text_extraction import ATTRIBUTE, INLINE, TAG, attribute_text, texts_of_markup

_INLINE_TAG = re.compile(rf"</?(?:{INLINE})(?=[\s/>])[^>]*+>", re.IGNORECASE)
_IS_ODD = re.compile(r"<(?:[!?]|script|style|[^<>]*<)", re.IGNORECASE)
"""Markup in which text and tags cannot be separated by patterns."""


def chunks(content: bytes) -> list[bytes]:
    """Splits a page between lines that end with `>` and lines that begin with `<`.

    Chunks lack the leading `<` and the trailing `>` with its line break; scripts are not split.
    """
    first, *others = content.split(b"<script")
    found = _chunks(first)
    for other in others:
        script, _, rest = other.partition(b"</script>")
        found.append(b"script%b</script>" % script)
        found += _chunks(rest)
    return found


def _chunks(content: bytes) -> list[bytes]:
    """The last chunk ends with a NUL instead of a tag."""
    return (b">\n%b\0" % content).split(b">\n<")


def chunk_lines(chunk: bytes) -> list[bytes]:
    """The lines of a chunk that end a tag, without the trailing `>`."""
    whole = b"<" + chunk
    return [whole] if chunk.startswith(b"script") else whole.split(b">\n")


def quick_texts(found: Iterable[bytes]) -> set[str]:
    """The texts of such lines, extracted together in a third of the time of one by one."""
    scripts: list[bytes] = []
    others: list[bytes] = []
    for line in found:
        (scripts if line.startswith(b"<script") else others).append(line)
    found_texts = _plain_texts(b">\0".join((*others, b"")).decode("utf-8", "replace"))
    remaining = scripts if found_texts is not None else [*scripts, *map(_closed, others)]
    texts = (texts_of_markup(line.decode("utf-8", "replace")) for line in remaining)
    return (found_texts or set()).union(*texts)


def _closed(line: bytes) -> bytes:
    return line[:-1] if line.endswith(b"\0") else line + b">"


def _plain_texts(content: str) -> set[str] | None:
    """The texts between tags and in attributes; None where patterns cannot separate them."""
    if _IS_ODD.search(content):
        return None
    runs = {*TAG.sub("\0", _INLINE_TAG.sub("", content)).split("\0")}
    attributes = set(ATTRIBUTE.findall(content))
    values = "".join(one or two for _, one, two in attributes)
    if "<" in values or "\0" in values or any("=" in run for run in runs):
        return None
    texts = {attribute_text(name, one or two) for name, one, two in attributes}
    for run in runs - {"", ">"}:
        text = unescape(run) if "&" in run else run
        texts.add((unescape(TAG.sub("\n", text)) if "<" in text else text).strip())
    return texts
