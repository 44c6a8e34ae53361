"""The gate: no file says what gives a person away or goes beyond what is established.

A false alarm is allowed in the file itself, with a reason, by its `allow`.
"""

from __future__ import annotations

from collections.abc import Iterator

from casebook.checks import (
    charges,
    duplicates,
    look_alikes,
    markup,
    privacy,
    published_files,
    spaces,
    stages,
    typography,
    wording,
    words,
)
from casebook.checks.finding import Finding, Rule
from casebook.checks.passages import Passages
from casebook.content.contents import Content
from casebook.content.problem import Problem, nearest
from casebook.texts.messages import MESSAGES

RULES: tuple[Rule, ...] = (
    *privacy.RULES,
    *wording.RULES,
    *stages.RULES,
    *charges.RULES,
    *words.RULES,
    *look_alikes.RULES,
    *typography.RULES,
    *spaces.RULES,
    *markup.RULES,
)
"""Every rule on what texts say; a rule's docstring is the rule."""

ALLOWABLE = tuple(code for code, message in MESSAGES.items() if message.can_be_allowed)
"""The codes of what a person can judge better than a rule."""


OF_PAIRS = (duplicates.CODE,)
"""Those of them that are no findings in a text; who finds them judges their allowances."""

OF_FOLDERS = (published_files.FOLDER_PLACE,)
"""Those of them that are found in the name of a folder; the same goes for them."""

OF_PUBLISHED = ("link-unreachable",)
"""Those of them that only a look at the published site finds, of which a check knows nothing."""


def findings(content: Content, passages: Passages) -> Iterator[Finding]:
    """What the rules object to in a file, allowed or not, in no order."""
    for rule in RULES:
        yield from rule(content, passages.text)


def texts_hold(content: Content) -> Iterator[Problem]:
    """What a rule on texts objects to is mended, or allowed in the file with a reason.

    An allowance names a rule that there is, and a text that the rule objects to.
    """
    allowances = content.fields.allow
    unused = set(allowances)
    passages = Passages.of(content.document)
    for finding in findings(content, passages):
        if allowance := finding.is_allowed(passages.text, allowances):
            unused.discard(allowance)
        else:
            yield passages.problem(finding)
    for position, allowance in enumerate(allowances):
        location = ("allow", position, "code")
        if allowance.code not in ALLOWABLE:
            hint = nearest(allowance.code, ALLOWABLE)
            yield content.document.problem(
                "allow-unknown", location, found=allowance.code, nearest=hint
            )
        elif allowance in unused and allowance.code not in (*OF_PAIRS, *OF_FOLDERS, *OF_PUBLISHED):
            yield content.document.problem("allow-unused", location)
