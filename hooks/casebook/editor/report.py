"""Reports of problems: as text, as JSON, or as GitHub annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from casebook.content.library import Library
from casebook.content.problem import Problem, Severity
from casebook.texts import commands as texts
from casebook.texts.messages import MESSAGES


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def format_report(problems: Iterable[Problem], form: Format) -> str:
    """The report in that format, without a trailing line break."""
    return _RENDERERS[form](problems)


def check_summary(problems: Iterable[Problem], library: Library, is_official: bool = False) -> str:
    """The final lines of a check: the numbers of files and problems, and what is exempt.

    Of an official site, the warnings that stop its build are counted once more.
    """
    listed = tuple(problems)
    counted = Counter(problem.severity for problem in listed)
    refused = sum(problem.is_refused_when_official for problem in listed)
    parts = [
        text.format(count=counted[severity])
        for severity, text in _COUNTS.items()
        if counted[severity]
    ]
    found = texts.FOUND.format(counts="、".join(parts)) if parts else texts.FOUND_NOTHING
    if is_official and refused:
        found += texts.REFUSED_WHEN_OFFICIAL.format(count=refused)
    count = texts.CHECKED.format(
        bulletins=len(library.bulletins),
        cases=len(library.cases),
        broken=texts.BROKEN.format(count=len(library.broken)) if library.broken else "",
        found=found,
    )
    words = [texts.SITE_WORDS.format(count=len(library.words))] if library.words else []
    return "\n".join([count, *_allowed(library), *words])


def _allowed(library: Library) -> Iterator[str]:
    """The findings that editors allow, without their texts, for a log may be public."""
    for content in library.contents:
        for allowance in content.fields.allow:
            if allowance.code not in MESSAGES:  # nothing is allowed by it, and it may be anything
                continue
            path, code, reason = content.document.path, allowance.code, allowance.reason
            yield texts.ALLOWED.format(path=path, code=code, reason=reason)


_COUNTS = {Severity.ERROR: texts.ERRORS, Severity.WARNING: texts.WARNINGS}


def _text(problems: Iterable[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems)


def _json(problems: Iterable[Problem]) -> str:
    return json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=2)


def _github(problems: Iterable[Problem]) -> str:
    return "\n".join(_annotations(problems))


def _annotations(problems: Iterable[Problem]) -> Iterator[str]:
    """The problems as workflow commands, in which %, line breaks, colons and commas are escaped."""
    for problem in problems:
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        text = _data(problem.message + problem.hint)
        yield f"::{problem.severity.value} {place},title={_property(problem.code)}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_RENDERERS: dict[Format, Callable[[Iterable[Problem]], str]] = {
    Format.TEXT: _text,
    Format.JSON: _json,
    Format.GITHUB: _github,
}
