"""Reading: all texts of a file that is published as it is, and the personal metadata in it.

What the build makes itself is not read here, but where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from casebook.content.media.entries import Entry, Sort
from casebook.content.media.kinds import LARGEST, UnreadableError, kind_of
from casebook.content.media.pictures import entries_of
from casebook.content.media.plain import FORMS, text_of
from casebook.content.media.svg import texts_of_drawing

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class FileTexts:
    """What a file holds that a person can read."""

    texts: tuple[str, ...]
    metadata: tuple[Sort, ...] = ()
    """The sorts of metadata in a picture that must not be published, whatever they say.

    A description is one of them where it is Chinese: what a page shows of a picture is in the page,
    and no rule can tell whether a short text alone is a name.
    """


def texts_of(name: str, content: bytes) -> FileTexts:
    """The texts of a file by its name and bytes.

    UnreadableError where its kind is unknown, where the bytes do not fit it, or where they cannot
    be read whole.
    """
    kind, path = kind_of(name), PurePath(name)
    if kind is None:
        raise UnreadableError("file-kind-unknown", path.suffix or path.name)
    if len(content) > LARGEST:
        raise UnreadableError("attachment-large", str(len(content) // 1_000_000))
    if kind.format:
        return _of_picture(entries_of(kind.format, content))
    if kind.form == "svg":
        return FileTexts(tuple(texts_of_drawing(content)))
    text = text_of(content, kind.ending[1:].upper())
    return FileTexts(tuple(line for line in FORMS[kind.form](text) if line.strip()))


def _of_picture(entries: Sequence[Entry]) -> FileTexts:
    texts = dict.fromkeys(entry.text for entry in entries if entry.text)
    sorts = dict.fromkeys(s for s, t in entries if s != Sort.DESCRIPTION or _CHINESE.search(t))
    sorts.pop(Sort.TECHNICAL, None)
    return FileTexts(tuple(texts), tuple(sorts))
