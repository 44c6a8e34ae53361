"""The stage of a case: the progress of its proceedings, in the words of bulletins."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The closed list of stages. Figures of different stages are never added together.

    A stage is what lists and filters tell apart; a step of the table in `steps` is finer.
    """

    FILED = "立案侦查"
    CLEARED = "侦破"
    DETAINED = "刑事拘留"
    MEASURES = "采取刑事强制措施"
    ARREST_REFUSED = "不批准逮捕"
    TRANSFERRED = "移送起诉"
    CHARGED = "提起公诉"
    FIRST_JUDGMENT = "一审判决"
    FINAL_JUDGMENT = "判决生效"
    RETRIAL = "再审"
    DROPPED = "撤销案件"
    NOT_CHARGED = "不起诉"
    ACQUITTED = "判决无罪"
    PENALTY = "行政处罚"
    EDUCATED = "批评教育"
    NOTICE = "提示"
    """No stage: a notice tells of no proceedings. No file may state it."""

    @property
    def slug(self) -> str:
        """The stage in addresses, which are permanent."""
        return self.name.lower().replace("_", "-")

    @property
    def order(self) -> int:
        """The sort key: criminal proceedings, their ends without a guilty verdict, the rest."""
        return _ORDER[self]

    @property
    def is_administrative(self) -> bool:
        """Whether it is a public-order violation, whose record is sealed (治安管理处罚法136)."""
        return self in (Stage.PENALTY, Stage.EDUCATED)

    @property
    def is_judged(self) -> bool:
        """Whether a guilty verdict is in force; before it no one is guilty (刑事诉讼法12)."""
        return self is Stage.FINAL_JUDGMENT

    @property
    def is_ended(self) -> bool:
        """Whether the proceedings ended without a guilty verdict, so that no one is a suspect."""
        return self in (Stage.DROPPED, Stage.NOT_CHARGED, Stage.ACQUITTED)

    @property
    def is_before_court(self) -> bool:
        """Whether a court has or had the case, so that those accused are 被告人."""
        return self in _COURT

    def may_follow(self, earlier: Stage) -> bool:
        """Whether a case may be at this stage after `earlier`; steps between may be missing.

        Detention is one of the coercive measures, so these two may follow each other. What is
        administrative is outside the criminal order and may come before or after. A dropped case
        begins again as filed; a decision not to charge may be revoked; an acquittal may be appealed
        and a judgment reviewed in a retrial.
        """
        if self.is_administrative or earlier.is_administrative:
            return True
        if earlier in _AFTER:
            return self in _AFTER[earlier]
        if self is Stage.ACQUITTED:
            return True
        return _RANK[earlier] <= _RANK[self] or self in _STEPS_BACK.get(earlier, ())


STATED = tuple(stage for stage in Stage if stage is not Stage.NOTICE)
"""The stages that a file may state."""

_ORDER = {stage: number for number, stage in enumerate(Stage)}
_RANK = {
    Stage.FILED: 1,
    Stage.CLEARED: 2,
    Stage.DETAINED: 3,
    Stage.MEASURES: 3,
    Stage.ARREST_REFUSED: 3,
    Stage.TRANSFERRED: 4,
    Stage.DROPPED: 5,
    Stage.CHARGED: 5,
    Stage.NOT_CHARGED: 5,
    Stage.FIRST_JUDGMENT: 6,
    Stage.FINAL_JUDGMENT: 7,
    Stage.RETRIAL: 8,
    Stage.ACQUITTED: 9,
}
_COURT = frozenset(
    {Stage.CHARGED, Stage.FIRST_JUDGMENT, Stage.FINAL_JUDGMENT, Stage.RETRIAL, Stage.ACQUITTED}
)
_AFTER = {
    Stage.DROPPED: {Stage.DROPPED, Stage.FILED},
    Stage.NOT_CHARGED: {Stage.NOT_CHARGED, Stage.DROPPED, Stage.CHARGED},
    Stage.ACQUITTED: {Stage.ACQUITTED, Stage.FIRST_JUDGMENT, Stage.FINAL_JUDGMENT, Stage.RETRIAL},
    Stage.RETRIAL: {Stage.RETRIAL, Stage.FIRST_JUDGMENT, Stage.FINAL_JUDGMENT, Stage.ACQUITTED},
}
"""The stages after one at which the usual order ends."""
_STEPS_BACK = {Stage.CHARGED: {Stage.NOT_CHARGED, Stage.DROPPED}}
