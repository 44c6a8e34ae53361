"""What is left out in words: as a summary, as lines of a dry run, and as notes of a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from casebook.importer.document import characters
from casebook.importer.left_out import LeftOut
from casebook.importer.reasons import Reason
from casebook.names.personal_data import person_mentions, personal_data
from casebook.texts import commands as texts


def reason_words(reason: Reason) -> str:
    """A reason in words for the editor."""
    return texts.table("LEFT_OUT_REASONS")[reason.value]


def left_out_summary(left_out: Iterable[LeftOut]) -> str | None:
    """How much was left out and why, in one line; None if nothing was."""
    found = list(left_out)
    if not found:
        return None
    counted = Counter(one.reason for one in found)
    return texts.LEFT_OUT_SUMMARY.format(
        places=len(found),
        characters=characters(one.text for one in found),
        reasons="、".join(
            texts.LEFT_OUT_REASON.format(reason=reason_words(reason), places=count)
            for reason, count in counted.most_common()
        ),
    )


def left_out_lines(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """A line for each passage that was left out, whole."""
    for one in left_out:
        yield texts.LEFT_OUT_LINE.format(reason=reason_words(one.reason), at=one.at, text=one.text)


def left_out_notes(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """The lines of a draft on what was left out; passages with personal data are not quoted.

    Of the heads and feet of pages, which are the same on every page of a site, only the amount is
    told.
    """
    found = list(left_out)
    if not found:
        return
    yield texts.LEFT_OUT_NOTE
    for one in found:
        if one.reason is not Reason.PAGE:
            text = _unquoted(one.text) if _is_personal(one.text) else one.text
            words = reason_words(one.reason)
            yield texts.LEFT_OUT_LINE.format(reason=words, at=one.at, text=text).strip()
    pages = [one.text for one in found if one.reason is Reason.PAGE]
    if pages:
        yield texts.LEFT_OUT_ELSE.format(
            reason=reason_words(Reason.PAGE), places=len(pages), characters=characters(pages)
        )


def _unquoted(text: str) -> str:
    return texts.LEFT_OUT_UNQUOTED.format(characters=characters([text]))


def _is_personal(text: str) -> bool:
    return any(next(rule(text), None) for rule in (personal_data, person_mentions)) or bool(
        _PHONE.search(text)
    )


_PHONE = re.compile(r"[0-9]{7,}")
"""Numbers that may be of a person, whatever their form."""
