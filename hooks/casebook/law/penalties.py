"""Kinds of administrative penalties and of what goes with them, which a case may state as act."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PenaltyKind:
    """A kind of penalty by its permanent key."""

    key: str
    name: str


_KINDS = {
    "penalty-detention": ("行政拘留", "治安拘留"),
    "penalty-fine": ("罚款",),
    "penalty-warning": ("警告", "通报批评"),
    "penalty-confiscation": ("没收", "没收违法所得", "没收非法财物"),
    "penalty-suspension": ("责令停产停业", "责令关闭", "停业整顿", "限制从业"),
    "penalty-licence": ("吊销许可证件", "暂扣许可证件", "吊销营业执照", "吊销许可证"),
    "order-correct": ("责令改正", "责令限期改正"),
    "educated": ("批评教育", "训诫"),
}
_BY_NAME = {name: PenaltyKind(key, name) for key, names in _KINDS.items() for name in names}

NAMES = tuple(names[0] for names in _KINDS.values())
"""The name of each kind."""


def penalty_kind(name: str) -> PenaltyKind | None:
    """The kind of penalty of that name, or None."""
    return _BY_NAME.get(name)
