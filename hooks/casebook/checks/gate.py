"""The gate: all rules on texts, and the allowances that suppress their findings.

A false alarm is allowed in the file itself, with a reason, by its `allow`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casebook.checks import (
    charges,
    duplicates,
    look_alikes,
    markup,
    misspellings,
    places,
    privacy,
    published_names,
    spaces,
    stages,
    typography,
    wording,
)
from casebook.checks.addresses import personal_data_in_addresses
from casebook.checks.passages import Passages
from casebook.content.contents import Content
from casebook.content.problem import Problem, nearest
from casebook.names.finding import Finding
from casebook.texts.messages import MESSAGES

Rule = Callable[[Content, str], Iterator[Finding]]
"""Yields the findings in a content's passages. Values are separated by an empty line; a name may
go on in the next line of a paragraph. URLs are blanked out."""

RULES: tuple[Rule, ...] = (
    *wording.RULES,
    *stages.RULES,
    *charges.RULES,
    *misspellings.RULES,
    *look_alikes.RULES,
    *typography.RULES,
    *spaces.RULES,
    *markup.RULES,
)
"""The rules on texts beside those on persons; a rule's docstring is the rule."""

ALLOWABLE = tuple(code for code, message in MESSAGES.items() if message.can_be_allowed)
"""The codes of problems that an editor may allow."""


OF_PAIRS = (duplicates.CODE,)
"""Those of pairs of cases and not of texts; their rule checks their allowances itself."""

OF_FOLDERS = (places.FOLDER_PLACE, published_names.CODE)
"""Those of names of files and folders; their rules check their allowances themselves."""

OF_PUBLISHED = ("link-unreachable",)
"""Those found on the published site only, not by a check."""


OF_WHOLE = ("allow-unused", "wording-charge", "wording-charge-named")
"""Those of what a file does not state, which are true of a valid file only."""


def findings(
    content: Content, passages: Passages, words: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """The findings of all rules in a file, allowed or not, unsorted.

    `words` are those that the site lists as no names.
    """
    yield from privacy.personal_findings(content, passages.text, words)
    for rule in RULES:
        yield from rule(content, passages.text)
    yield from personal_data_in_addresses(passages.written, words)


def unread_passes_rules(content: Content, words: frozenset[str]) -> Iterator[Problem]:
    """What is in no value, as below a repeated key, names no person and calls nobody guilty."""
    document, allowances = content.document, content.fields.allow
    for mark, text in document.unread:
        of_guilt = (finding for rule in wording.OF_PERSONS for finding in rule(content, text))
        for finding in (*privacy.personal_findings(content, text, words), *of_guilt):
            if not finding.is_allowed(text, allowances):
                place = mark.within(text, finding.start)
                yield Problem.of(finding.code, document.path, place, "", **finding.found)


def partial_texts_pass_rules(content: Content, words: frozenset[str]) -> Iterator[Problem]:
    """The texts of a broken file pass the rules on texts, but for those on what they leave out."""
    document, fields = content.document, content.fields
    is_whole = not document.unread and document.values.keys() <= fields.model_fields_set
    for problem in texts_pass_rules(content, words):
        if problem.code not in OF_WHOLE and (is_whole or problem.code != "wording-stage-ahead"):
            yield problem


def texts_pass_rules(content: Content, words: frozenset[str]) -> Iterator[Problem]:
    """Every finding of a rule on texts is fixed, or allowed in the file with a reason.

    An allowance names an existing rule, and a text in which the rule has a finding.
    """
    allowances = content.fields.allow
    unused = set(allowances)
    passages = Passages.of(content.document)
    for finding in findings(content, passages, words):
        if allowance := finding.is_allowed(passages.written, allowances):
            unused.discard(allowance)
        else:
            yield passages.problem(finding)
    for position, allowance in enumerate(allowances):
        location = ("allow", position, "code")
        if allowance.code not in ALLOWABLE:
            hint = nearest(allowance.code, ALLOWABLE)
            yield content.problem("allow-unknown", location, found=allowance.code, nearest=hint)
        elif allowance in unused and allowance.code not in (*OF_PAIRS, *OF_FOLDERS, *OF_PUBLISHED):
            yield content.problem("allow-unused", location)
