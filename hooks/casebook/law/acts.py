"""Unlawful acts of administrative law, each with the texts of the law that cover it in time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from casebook.law.charges import plain
from casebook.law.in_force import Period, was_in_force
from casebook.texts.tables import day, listed, rows

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class ActText:
    """The text of a law on an act: its version, time, article and penalty."""

    law: str
    version: str
    in_force_from: date
    in_force_until: date | None
    article: str
    basis: str
    """The articles of the duty or prohibition; empty if they are the same article."""
    penalty: str
    """The gist of the penalty."""
    authority: str


@dataclass(frozen=True, slots=True)
class Act:
    """An unlawful act: its names and the texts that cover it, oldest first."""

    id: str
    name: str
    aliases: tuple[str, ...]
    groups: tuple[str, ...]
    """The slugs of the offence groups that it belongs to."""
    texts: tuple[ActText, ...]

    def texts_at(self, period: Period) -> tuple[ActText, ...]:
        """The texts in force on a day of that date; several where the law changed meanwhile."""
        return tuple(
            text
            for text in self.texts
            if was_in_force(text.in_force_from, text.in_force_until, period)
        )

    @property
    def current(self) -> ActText:
        """The newest text."""
        return self.texts[-1]


class ActIndex:
    """An index of acts by id, name, alias, and the clauses of their names."""

    def __init__(self, acts: Collection[Act]) -> None:
        self.acts = tuple(acts)
        self._by_name: dict[str, Act] = {}
        for act in acts:
            for name in (act.id, act.name, *act.aliases):
                self._by_name.setdefault(plain(name), act)

    def find(self, name: str) -> Act | None:
        """The act of that id, name or alias, whatever its separators; None if unknown."""
        return self._by_name.get(plain(name))

    def resolve(self, name: str, other: Callable[[str], Kind | None]) -> Act | Kind | None:
        """The act of that name, or else what `other` makes of the name."""
        return self.find(name) or other(name)

    def of_groups(self, slugs: Collection[str]) -> tuple[str, ...]:
        """The names of the acts that belong to these offence groups."""
        return tuple(act.name for act in self.acts if not set(slugs).isdisjoint(act.groups))

    @property
    def names(self) -> tuple[str, ...]:
        """All names and aliases."""
        return tuple(name for act in self.acts for name in (act.name, *act.aliases))


@cache
def acts() -> ActIndex:
    """The unlawful acts, loaded once from the package's table."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in rows(__package__, "acts.tsv"):
        found.setdefault(row["id"], []).append(row)
    return ActIndex([_act(texts) for texts in found.values()])


def _act(found: list[Mapping[str, str]]) -> Act:
    first, *_ = found
    groups = tuple(first["groups"].split(","))
    texts = sorted(map(_text, found), key=lambda text: text.in_force_from)
    return Act(first["id"], first["name"], listed(first["aliases"]), groups, tuple(texts))


def _text(row: Mapping[str, str]) -> ActText:
    since, until = date.fromisoformat(row["in_force_from"]), day(row["in_force_until"])
    told = (row[key] for key in ("article", "basis", "penalty", "authority"))
    return ActText(row["law"], row["version"], since, until, *told)
