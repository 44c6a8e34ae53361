"""The steps of proceedings: finer than a stage, and each of one stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from casebook.law.proceedings.stage import Stage
from casebook.texts.tables import listed, rows


class Track(StrEnum):
    """The kinds of proceedings; what a platform does is none of them and no stage."""

    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    PLATFORM = "platform"


class Notice(StrEnum):
    """What becomes of the notice on the presumption of innocence at a step."""

    STAYS = "stays"
    ENDS = "ends"
    REPLACED = "replaced"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A step of proceedings; there is one object per step."""

    key: str
    """Its permanent name for programs."""
    name: str
    aliases: tuple[str, ...]
    track: Track
    order: int
    """Its place on its track; kinds of penalty by their severity (行政处罚法9)."""
    stage: Stage | None
    """None where it is no stage of a case."""
    notice: Notice
    basis: str
    """The articles of law that provide for it; empty where they were not verified."""

    def may_go_on_to(self, later: Stage) -> bool:
        """Whether a case may be at a stage after this step; one sent back is heard once more."""
        is_heard_again = self.key == "remanded" and later is Stage.CHARGED
        return is_heard_again or (self.stage is not None and later.may_follow(self.stage))

    @property
    def is_of_minor(self) -> bool:
        """Whether the law provides it for minors only (刑事诉讼法282)."""
        return self.key == "not-charged-conditional"


@cache
def steps() -> dict[str, Step]:
    """All steps by key, loaded once from the package's `steps.tsv`."""
    return {row["key"]: _step(row) for row in rows(__package__, "steps.tsv")}


def _step(row: dict[str, str]) -> Step:
    return Step(
        key=row["key"],
        name=row["name"],
        aliases=listed(row["aliases"]),
        track=Track(row["track"]),
        order=int(row["order"]),
        stage=Stage(row["stage"]) if row["stage"] else None,
        notice=Notice(row["notice"]),
        basis=row["basis"],
    )


def step_named(name: str) -> Step | None:
    """The step with that key, name or other name, or None."""
    return _by_name().get(name)


@cache
def _by_name() -> dict[str, Step]:
    return {
        name: step for step in steps().values() for name in (step.key, step.name, *step.aliases)
    }


def step_names(*, is_administrative: bool) -> Iterator[str]:
    """The names of the steps that a case of that track may state."""
    track = Track.ADMINISTRATIVE if is_administrative else Track.CRIMINAL
    return (step.name for step in steps().values() if step.track is track)
