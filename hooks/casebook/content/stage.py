"""The stage of a case: the progress of its proceedings, in the words of bulletins."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The closed list of stages. Figures of different stages are never added together."""

    FILED = "立案侦查"
    CLEARED = "侦破"
    DETAINED = "刑事拘留"
    MEASURES = "采取刑事强制措施"
    TRANSFERRED = "移送起诉"
    CHARGED = "提起公诉"
    FIRST_JUDGMENT = "一审判决"
    FINAL_JUDGMENT = "判决生效"
    PENALTY = "行政处罚"

    @property
    def slug(self) -> str:
        """The stage in addresses, which are permanent."""
        return self.name.lower().replace("_", "-")

    @property
    def order(self) -> int:
        """The sort key: the order of criminal proceedings, then the administrative penalty."""
        return _ORDER[self]

    @property
    def is_administrative(self) -> bool:
        """Whether it is a public-order violation, whose record is sealed (治安管理处罚法136)."""
        return self is Stage.PENALTY

    @property
    def is_judged(self) -> bool:
        """Whether a court's judgment is in force; before it no one is guilty (刑事诉讼法12)."""
        return self is Stage.FINAL_JUDGMENT

    def may_follow(self, earlier: Stage) -> bool:
        """Whether a case may be at this stage after `earlier`.

        Detention is one of the coercive measures, so these two may follow each other. An
        administrative penalty is outside the criminal order and may come before or after.
        """
        if self.is_administrative or earlier.is_administrative:
            return True
        return _STEP[earlier] <= _STEP[self]


_ORDER = {stage: number for number, stage in enumerate(Stage)}
_STEP = {
    Stage.FILED: 1,
    Stage.CLEARED: 2,
    Stage.DETAINED: 3,
    Stage.MEASURES: 3,
    Stage.TRANSFERRED: 4,
    Stage.CHARGED: 5,
    Stage.FIRST_JUDGMENT: 6,
    Stage.FINAL_JUDGMENT: 7,
}
