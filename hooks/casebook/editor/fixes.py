"""Fixes: the changes to a file that are safe without review.

An edit is made only where the file contains the words of the finding literally, and kept only
where nothing else in the parsed file changes: a fixed file has the same keys, dates and ids, and
no new problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.checks.gate import findings
from casebook.checks.passages import Passages
from casebook.content.contents import Content
from casebook.content.front_matter import parse
from casebook.content.library import Library
from casebook.content.problem import Mark
from casebook.content.validation import validate
from casebook.content.yaml_tree import Value
from casebook.names.finding import Finding

MAX_ROUNDS = 6
"""A fix can uncover another, as a bracket beside a comma; so many rounds are enough."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words at a position of a file, and their replacement."""

    mark: Mark
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file's text before and after the fixes."""

    path: Path
    shown: str
    """The path in problems."""
    old: str
    new: str
    findings: tuple[Finding, ...]
    """The fixed findings, in the order of the fixes."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with these edits applied; an edit whose old words are not at its mark is skipped.

    Of overlapping edits only the last in the file is applied.
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


def fixed_files(library: Library) -> Iterator[FixedFile]:
    """The files of a library that can be fixed, with their new texts; nothing is written."""
    for content in library.contents:
        path = library.files[content.uri]
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        new, done = fix_content(content, text)
        if new != text:
            yield FixedFile(path, content.document.path, text, new, tuple(done))


def fix_content(content: Content, text: str) -> tuple[str, list[Finding]]:
    """The text of a content's file with all safe fixes, and the fixed findings."""
    done: list[Finding] = []
    for _ in range(MAX_ROUNDS):
        now = read_again(content, text)
        if now is None:
            break
        passages = Passages.of(now.document)
        kept: list[Finding] = []
        safe, unsafe = _sorted(now, passages)
        new = _attempt(now, text, passages, safe, unsafe)
        if new is not None:
            kept = safe
        else:
            # All at once fail: each is tried together with those that succeeded.
            for finding in safe:
                tried = _attempt(now, text, passages, [*kept, finding], unsafe)
                if tried is not None:
                    new, kept = tried, [*kept, finding]
        if not kept or new is None:
            break
        text, done = new, done + kept
    return text, done


def _attempt(
    content: Content, text: str, passages: Passages, chosen: Sequence[Finding], unsafe: Counter[str]
) -> str | None:
    """The text with the chosen findings fixed; None where anything else would change."""
    edits, expected = [], passages.text
    for finding in reversed(chosen):
        old, new = passages.text[finding.start : finding.end], finding.replacement or ""
        edits.append(Edit(passages.place(finding)[0], old, new))
        expected = expected[: finding.start] + new + expected[finding.end :]
    changed = apply_edits(text, edits)
    after = read_again(content, changed)
    if after is None:
        return None
    document, before = after.document, content.document
    there = Passages.of(document)
    is_meant = there.text == expected and document.keys.keys() == before.keys.keys()
    if not is_meant or document.values.get("allow") != before.values.get("allow"):
        return None
    return changed if _sorted(after, there)[1] <= unsafe else None


def _sorted(content: Content, passages: Passages) -> tuple[list[Finding], Counter[str]]:
    """The findings with safe fixes, sorted and not overlapping, and the counts of the others."""
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
    """Whether a finding is in a key of a mapping, which is no prose."""
    place = passages.value_at(finding.start)
    if place is None:
        return False
    value: Value = dict(passages.document.values)
    for step in place:
        value = value[step]  # type: ignore[index]  # by the location a list or a mapping
    return not isinstance(value, str)


def read_again(content: Content, text: str) -> Content | None:
    """The content parsed from a new text of its file; None where that has a problem."""
    document, problems = parse(text, content.document.path)
    if document is None or problems:
        return None
    fields, problems = validate(document, type(content.fields))
    if fields is None or problems:
        return None
    return replace(content, document=document, fields=fields)  # type: ignore[arg-type]
