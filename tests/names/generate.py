"""Writes the sets of invented sentences, the same on every machine.

python -m tests.names.generate
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from .frames import FRAMES, VARIANTS
from .invented import COMPOUND_SURNAMES, KINDS, full_name
from .masks import mask_rows
from .negatives import negative_rows
from .others import other_rows
from .sets import OWN, escaped

SEED = 20240912
NEGATIVES = 2000
"""The most sentences without a name."""
PER_FRAME = {
    "han3": 7, "han2": 4, "rare": 3, "comp": 2, "dot": 2, "translit": 1, "foreign": 1, "latin": 1,
}  # fmt: skip
"""How many names of each kind are put into each frame."""


def varied(name: str, kind: str, variant: str) -> str:
    """A name as it is written in a place: with a space, a line end or marks inside."""
    if variant == "bold":
        return f"**{name}**"
    if variant == "letters":
        return " ".join(name) if name.isalpha() and not name.isascii() else name
    if variant not in VARIANTS or kind == "latin":
        return name
    after, before = VARIANTS[variant][1], ""
    if variant == "part":
        before = "**"
    cut = 2 if name.startswith(COMPOUND_SURNAMES) else 1
    return f"{name[:cut]}{after}{name[cut:]}{before}"


def sentence(frame: str, name: str, others: Iterable[str]) -> tuple[str, int]:
    """A frame that is filled, and where the name that is asked about starts in it."""
    for letter, other in zip("AB", others, strict=False):
        frame = frame.replace(f"{{{letter}}}", other)
    start = frame.index("{N}")
    return frame.replace("{N}", name), start


def names(random: Random) -> Iterator[tuple[str, ...]]:
    """Full names of every kind in every frame."""
    yield "frame_kind", "name_kind", "name", "start", "sentence", "frame"
    for place, frame in FRAMES:
        variant = next((one for one in (*VARIANTS, "letters") if f"{{N:{one}}}" in frame), "")
        plain = frame.replace(f"{{N:{variant}}}", "{N}")
        for kind, count in PER_FRAME.items():
            for _ in range(count):
                name = varied(KINDS[kind](random), kind, variant)
                text, start = sentence(plain, name, (full_name(random), full_name(random)))
                yield place, kind, name, str(start), text, frame


def masks(random: Random) -> Iterator[tuple[str, ...]]:
    """Masks in frames, and mentions."""
    yield "label", "kind", "mask", "start", "sentence"
    for label, kind, mask, frame in mask_rows(random):
        if "{N}" in frame:
            text, start = sentence(frame, mask, ("张某", "李某某"))
        else:
            text, start = frame, 0
        yield label, kind, mask, str(start), text


def others(random: Random) -> Iterator[tuple[str, ...]]:
    """Numbers, accounts, homes, schools: to alarm or to pass."""
    yield "kind", "label", "text"
    yield from dict.fromkeys(other_rows(random))


def negatives(random: Random) -> Iterator[tuple[str, ...]]:
    """Sentences without a name."""
    yield "label", "text"
    yield from (("pass", text) for text in negative_rows(random, NEGATIVES))


SETS = {"names": names, "masks": masks, "others": others, "negatives": negatives}


def rows(name: str) -> str:
    """The text of a set as it is kept."""
    table = SETS[name](Random(f"{SEED} {name}"))
    return "".join("\t".join(map(escaped, row)) + "\n" for row in table)


def main() -> None:
    """Writes all sets."""
    for name in SETS:
        file = OWN / f"{name}_own.tsv"
        file.write_text(rows(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
