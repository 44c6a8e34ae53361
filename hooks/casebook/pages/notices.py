"""Notices: what the page of a case says of guilt at the stage of its proceedings."""

from __future__ import annotations

from casebook.content.contents import Case
from casebook.texts import pages as texts


def notice_of(case: Case) -> str:
    """The notice of a case: that of its step, or of its stage; empty once a judgment is in force.

    No one is guilty before it (刑事诉讼法12). An end without a guilty verdict replaces that notice;
    administrative cases, whose records are sealed (治安管理处罚法136), have one of their own.
    """
    if case.stage.is_judged:
        return ""
    notices = texts.table("NOTICES")
    keys = (case.step.key if case.step else "", case.stage.slug, "presumption")
    return next(notices[key] for key in keys if key in notices)
