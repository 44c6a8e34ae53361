"""Mending: what may be put right in a file without anybody looking, and no more.

A change is made only where the file has the objectionable words in plain sight, and kept only
where the file afterwards says the same but for these words: a mended file has the same keys, dates
and ids, and no problem that it did not have before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.checks.finding import Finding
from casebook.checks.gate import findings
from casebook.checks.passages import Passages
from casebook.content.contents import Content
from casebook.content.front_matter import parse
from casebook.content.library import Library
from casebook.content.problem import Mark
from casebook.content.validation import validate
from casebook.content.yaml_tree import Value

MOST_ROUNDS = 6
"""Mending one thing can lay bare another, as a bracket beside a comma; this is deep enough."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words at a place of a file, and what to write there instead."""

    mark: Mark
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mending:
    """What a file says now and what it should say."""

    path: Path
    shown: str
    """The path as problems name it."""
    old: str
    new: str
    findings: tuple[Finding, ...]
    """What was put right, in the order in which it was."""


def mended(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with these changes; left out is what does not stand where it should.

    Of changes that overlap only the last in the file is made.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    if text.startswith("\ufeff"):
        starts[0] = 1
    end = len(text)
    for edit in sorted(edits, key=lambda edit: edit.mark, reverse=True):
        if edit.mark.line > len(starts):
            continue
        place = starts[edit.mark.line - 1] + edit.mark.column - 1
        if place + len(edit.old) <= end and text.startswith(edit.old, place):
            text, end = text[:place] + edit.new + text[place + len(edit.old) :], place
    return text


def mendings(library: Library) -> Iterator[Mending]:
    """The files of a library that can be put right, each with its new text; nothing is written."""
    for content in library.contents:
        path = library.files[content.uri]
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        new, done = mend(content, text)
        if new != text:
            yield Mending(path, content.document.path, text, new, tuple(done))


def mend(content: Content, text: str) -> tuple[str, list[Finding]]:
    """The text of a content's file with all put right that can be, and what that was."""
    done: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        now = _read(content, text)
        if now is None:
            break
        passages = Passages.of(now.document)
        kept: list[Finding] = []
        safe, unsafe = _sorted(now, passages)
        new = _attempt(now, text, passages, safe, unsafe)
        if new is not None:
            kept = safe
        else:
            # All at once would do harm: each is tried with those that did none.
            for finding in safe:
                tried = _attempt(now, text, passages, [*kept, finding], unsafe)
                if tried is not None:
                    new, kept = tried, [*kept, finding]
        if not kept or new is None:
            break
        text, done = new, done + kept
    return text, done


def _attempt(
    content: Content,
    text: str,
    passages: Passages,
    chosen: Sequence[Finding],
    unsafe: Counter[str],
) -> str | None:
    """The changed text where it says what it should say, and nothing where it does not."""
    edits, expected = [], passages.text
    for finding in reversed(chosen):
        old, new = passages.text[finding.start : finding.end], finding.replacement or ""
        edits.append(Edit(passages.place(finding)[0], old, new))
        expected = expected[: finding.start] + new + expected[finding.end :]
    changed = mended(text, edits)
    after = _read(content, changed)
    if after is None:
        return None
    document, before = after.document, content.document
    there = Passages.of(document)
    is_meant = there.text == expected and document.keys.keys() == before.keys.keys()
    if not is_meant or document.values.get("allow") != before.values.get("allow"):
        return None
    return changed if _sorted(after, there)[1] <= unsafe else None


def _sorted(content: Content, passages: Passages) -> tuple[list[Finding], Counter[str]]:
    """What can be put right, in order and apart, and how often a person must decide."""
    allowed = [
        match.span()
        for allowance in content.fields.allow
        for match in re.finditer(re.escape(allowance.text), passages.text)
    ]
    safe: list[Finding] = []
    unsafe: Counter[str] = Counter()
    for finding in sorted(findings(content, passages), key=lambda one: (one.start, one.end)):
        is_free = all(finding.end <= start or end <= finding.start for start, end in allowed)
        if finding.replacement is None:
            unsafe[finding.code] += 1
        elif is_free and not (
            (safe and finding.start < safe[-1].end) or _is_key(passages, finding)
        ):
            safe.append(finding)
    return safe, unsafe


def _is_key(passages: Passages, finding: Finding) -> bool:
    """Whether a finding stands in a key, which is no prose."""
    place = passages.value_at(finding.start)
    if place is None:
        return False
    value: Value = dict(passages.document.values)
    for step in place:
        value = value[step]  # type: ignore[index]  # the location says which of the two it is
    return not isinstance(value, str)


def _read(content: Content, text: str) -> Content | None:
    """The content as this text has it, where that has no problem of form and fits its fields."""
    document, problems = parse(text, content.document.path)
    if document is None or problems:
        return None
    fields, problems = validate(document, type(content.fields))
    if fields is None or problems:
        return None
    return replace(content, document=document, fields=fields)  # type: ignore[arg-type]
