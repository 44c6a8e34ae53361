"""The rules on persons as the measurement calls them; no other module here calls them."""

from __future__ import annotations

import re
from functools import cache

from casebook.checks.passages import Passages
from casebook.checks.privacy import administrative_cases_anonymous
from casebook.content.contents import Case
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.names.finding import Finding
from casebook.names.personal_data import personal_data

from .sets import ROOT

ADDRESS = re.compile(r"https?://[!-~]+")
BLANK = "\ufffc"

ERRORS = ("name-unmasked", "name-telling")
WARNINGS = ("name-uncertain",)
"""The codes of names, by how strict a message is."""


def found(text: str) -> list[Finding]:
    """What identifies a person in the text of any case or page."""
    return list(personal_data(text))


def found_in_administrative(text: str) -> list[Finding]:
    """What identifies or mentions a person in the text of a case of an administrative penalty."""
    case = administrative_case()
    return [*personal_data(text), *administrative_cases_anonymous(case, text, frozenset())]


@cache
def library() -> Library:
    """Our own cases and pages."""
    return load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))[0]


@cache
def administrative_case() -> Case:
    """One of our cases whose stage is an administrative penalty."""
    return next(case for case in library().cases if case.stage.is_administrative)


def own_texts() -> dict[str, str]:
    """The texts of our own cases and pages as the rules are given them."""
    return {one.uri: Passages.of(one.document).text for one in library().contents}


def without_addresses(text: str) -> str:
    """A raw text as the rules are given one: with its URLs blanked out."""
    return ADDRESS.sub(lambda match: BLANK * len(match[0]), text)


def is_name(finding: Finding) -> bool:
    """Whether it is the finding of a name or of a mask that tells."""
    return finding.code.startswith("name-")


def mentions_person(finding: Finding) -> bool:
    """Whether it may be in no administrative case."""
    return finding.code.startswith(("administrative-person", "name-", "minor-"))
