"""Masked names in real bulletins, each replaced by an invented full name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from .invented import COMPOUND_SURNAMES, full_name, surnames

_SURNAME = f"(?:{'|'.join(COMPOUND_SURNAMES)}|[{''.join(surnames())}])"
TELLING = ("王某飞", "赖某华", "柯某锋", "杨某翔", "郑某领", "梁某海", "迟某伟")
"""Masks of the bulletins at hand that keep a character of the name; none else does."""
_PLACE = "(?<!江(?=苏))(?<!浙(?=江))(?<!龙(?=江))(?<!辽(?=宁))(?<!吉(?=林))(?<!西(?=安))"
"""江苏某公司 masks a company and nobody."""
MASK = re.compile(
    rf"{'|'.join(TELLING)}|{_PLACE}{_SURNAME}(?:某(?:某|[甲乙丙丁戊])?|[×*＊]{{1,2}}(?![×*＊]))"
)


@dataclass(frozen=True, slots=True)
class Unmasked:
    """A text in which one mask is replaced, and the place of the name."""

    text: str
    mask: str
    name: str
    start: int

    @property
    def context(self) -> str:
        """The name with what stands beside it."""
        end = self.start + len(self.name)
        before, after = self.text[max(0, self.start - 12) : self.start], self.text[end : end + 12]
        return f"{before}‹{self.name}›{after}".replace("\n", "⏎")


def unmasked(label: str, text: str, draws: int) -> Iterator[Unmasked]:
    """Every mask of a text replaced, one at a time, by so many names."""
    for match in MASK.finditer(text):
        for draw in range(draws):
            name = full_name(Random(f"{label} {match.start()} {draw}"))
            changed = text[: match.start()] + name + text[match.end() :]
            yield Unmasked(changed, match[0], name, match.start())
