"""Misspelled words with their corrections; each correction is certain in its context.

Sources: 第一批异形词整理表 for variants, GB/T 15834 and the usage of government sites for the rest.
"""

# ruff: noqa: E501 - a table stays in one piece

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from casebook.checks.prose import prose
from casebook.content.contents import Content, SearchPage
from casebook.names.finding import Finding

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

MISSPELLINGS: dict[str, str] = {
    # 帐 is a tent, 账 an account
    **{f"帐{one}": f"账{one}" for one in "号户目单本簿面款册务"},
    **{
        f"{one}帐": f"{one}账" for one in "转记结对到入付算查做走欠赖台报进垫收催平假坏烂呆分提销挂"
    },
    **_TABLE["corrections"],
}
"""Corrections by misspelling; some apply only in the context that `_IN_CONTEXT` gives."""

_PART = re.compile(f"<({'|'.join(_TABLE['parts'])})>")
_IN_CONTEXT: dict[str, str] = {
    word: _PART.sub(lambda part: _TABLE["parts"][part[1]], context)
    for word, context in _TABLE["contexts"].items()
}
"""Patterns of what must precede or follow a misspelling for the correction to be certain."""

for _wrong in MISSPELLINGS:
    if _wrong.endswith("帐"):
        _IN_CONTEXT.setdefault(_wrong, "(?!篷|幔|子)")
    elif _wrong.startswith("帐"):
        _IN_CONTEXT[_wrong] = f"(?<![蚊营军毡]{_wrong})"

_COMMON = frozenset(
    "一不上下中为了人从他以会作信做公其分到制力办功区单发取受可号同名后告员和商在地声处大子存定实家对将就工己已市平年张得必成手扣报拘接提操收政数文方无时明是有服术本机权来查校案检款此民水没法活流涉犯现理用电的监相看社移立等管系结经络绝统编网群老者联自行被要言规警计记设论证证评询说请警责走转连送通造部都配金银防附除限集需非面项领题风骗高验"
    "台嫌事起入以散按反自假清交刑传算违删布进宣辨登变零己做即赌付分提转走坏呆查结挂催收"
)
"""Characters frequent in bulletins: a word is searched by one of its other characters."""


def _by_rare_character() -> dict[str, list[tuple[int, str, re.Pattern[str]]]]:
    """By one rare character of each word: its index in the word, the word, and its pattern."""
    found: dict[str, list[tuple[int, str, re.Pattern[str]]]] = {}
    for word in sorted(MISSPELLINGS, key=len, reverse=True):
        place = next((n for n, one in enumerate(word) if one not in _COMMON), 0)
        whole = re.compile(word + _IN_CONTEXT.get(word, ""))
        found.setdefault(word[place], []).append((place, word, whole))
    return found


_BY_CHARACTER = _by_rare_character()
_RARE_CHARACTERS = re.compile(
    "|".join(
        f"{character}(?:{'|'.join(f'(?<={word[: n + 1]})(?={word[n + 1 :]})' for n, word, _ in words)})"
        for character, words in _BY_CHARACTER.items()
    )
)
"""A rare character within one of its words, in any context."""


def no_misspellings(content: Content, text: str) -> Iterator[Finding]:
    """No word is misspelled; only the search page, which lists some, may contain misspellings."""
    if isinstance(content, SearchPage):
        return
    end, text = 0, prose(text)
    for match in _RARE_CHARACTERS.finditer(text):
        for place, word, whole in _BY_CHARACTER[match[0]]:
            start = match.start() - place
            if start >= end and whole.match(text, start):
                end = start + len(word)
                found = {"found": word, "expected": MISSPELLINGS[word]}
                yield Finding("wording-word", start, end, found, MISSPELLINGS[word])
                break


RULES = (no_misspellings,)
