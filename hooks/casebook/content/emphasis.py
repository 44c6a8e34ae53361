"""Emphasis: which stars and underscores are Markdown delimiters, and which are text.

Bulletins mask letters and digits with stars (李*明, 138****0001) and multiply with them. The
plugin for Chinese allows emphasis beside any Chinese character; this restricts it again.
"""

from __future__ import annotations

import re
from itertools import groupby

from markdown_it.rules_inline import emphasis
from markdown_it.rules_inline.state_inline import StateInline

OPENING = "“‘《〈（「『【〔([{"
CLOSING = "”’》〉）」』】〕)]}，。、；：！？…,.;:?%"
_RUN = re.compile(r"\*+|_+")
_LONGEST = 3
_LENGTH = 8
"""The bit offset at which the length of a run is stored in its marker while pairs are matched."""


def scan_run(state: StateInline, silent: bool) -> bool:
    """A run of stars or underscores: text where it can be no delimiter, or else delimiters.

    Markers of runs of different lengths are made to differ: only runs of one length are a pair.
    """
    run = None if silent else _RUN.match(state.src, state.pos, state.posMax)
    if run is None:
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[run.end()] if run.end() < state.posMax else " "
    may_open, may_close = _allowed(run[0], before, after)
    marker = ord(run[0][0]) | len(run[0]) << _LENGTH
    if not may_open and not (may_close and _is_opened(state, marker)):
        state.pending += run[0]
        state.pos = run.end()
        return True
    emphasis.tokenize(state, False)
    is_strong = len(run[0]) > 1  # and is allowed between a quotation mark and a digit, too
    for delimiter in state.delimiters[-len(run[0]) :]:
        delimiter.marker = marker
        delimiter.open = may_open and (delimiter.open or (is_strong and after in OPENING))
        delimiter.close = may_close and (delimiter.close or (is_strong and before in CLOSING))
    return True


def _is_opened(state: StateInline, marker: int) -> bool:
    return any(one.marker == marker and one.open for one in state.delimiters)


def restore_markers(state: StateInline) -> None:
    """Restores the markers of all delimiters after pairs were matched."""
    nested = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *nested):
        for delimiter in delimiters:
            delimiter.marker &= (1 << _LENGTH) - 1


def join_fragments(state: StateInline) -> None:
    """Joins adjacent text tokens and recounts levels; the library takes quadratic time for it."""
    level, kept = 0, []
    for is_text, group in groupby(state.tokens, lambda token: token.type == "text"):
        tokens = list(group)
        if is_text:
            tokens[0].content = "".join(token.content for token in tokens)
            del tokens[1:]
        for token in tokens:
            level -= token.nesting < 0
            token.level = level
            level += token.nesting > 0
        kept += tokens
    state.tokens[:] = kept


def _allowed(run: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run between two characters may open, and whether it may close an emphasis.

    One star or underscore between letters or digits is text, and so are more than three. No
    emphasis begins with closing punctuation or ends with opening punctuation.
    """
    if len(run) > _LONGEST:
        return False, False
    may_open, may_close = after not in CLOSING, before not in OPENING
    if run[0] == "_":
        return may_open and not before.isalnum(), may_close and not after.isalnum()
    if len(run) == 1:
        ends_word = before.isalnum() or not after.isalnum()
        return may_open and not before.isalnum(), may_close and ends_word
    return may_open, may_close
