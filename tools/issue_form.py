"""Turns the issue form 报送案例 into drafts; run by the workflow import.yml.

The form's text is untrusted: it is read from the event's file and written to the drafts only, never
to a command, an expression or a variable of the workflow, nor to its log, where lines can be
commands. The reason of a refusal is written to a file, for a comment.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.form import TEXT, Form, FormError, form_of
from tools.form_privacy import ensure_impersonal, ensure_impersonal_drafts

from casebook.config.project import Project
from casebook.content.calendar import today_in_china
from casebook.content.contents import Offence
from casebook.content.loader import load
from casebook.content.partial_date import PartialDate
from casebook.editor.draft import Draft
from casebook.editor.draft_folder import OccupiedError, write
from casebook.editor.draft_notes import INDEX
from casebook.importer.drafts import drafts_of
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.readers.source import LIMITS, UnreadableError
from casebook.importer.readers.text import document_of
from casebook.texts import commands as texts

MESSAGE = "import-message.md"
"""The file with the reason of a refusal, in the runner's temporary folder."""

REFUSED = "表单没有导入，原因写在评论里。"
IMPORTED = "已写入案例草稿 {cases} 起。"
COMMENT = (
    "没有导入。原因：\n\n{fence}text\n{reason}\n{fence}\n\n请编辑表单，保存后会自动再试一次。\n"
)

OCCUPIED = "这些文件已经存在，没有改动：{paths}。这一期可能已经导入过。"
BROKEN = "程序出错（{kind}），请把这份通报交给维护本站的人手工导入。"


def imported(form: Form, project: Project, title: str = "") -> int:
    """Writes the drafts of a form into its folder; the number of cases. Raises FormError.

    Nothing is written where the form, the title of its issue or a draft holds personal data.
    """
    library, _ = load(project.folders)
    ensure_impersonal(form, title, library.words)
    facts = _facts(form.text, form.published, library.offences)
    if not facts.cases:
        raise FormError(texts.NO_CASES.format(file=TEXT))
    drafts = drafts_of(facts)
    drafts[INDEX] = _with_form_values(drafts[INDEX], form)
    files = {name: draft.text() for name, draft in drafts.items()}
    ensure_impersonal_drafts(files, library.words)
    folder = project.folders.cases / form.folder
    try:
        write(folder, files)
    except OccupiedError as error:
        paths = "、".join(project.folders.shown(path) for path in error.paths)
        raise FormError(OCCUPIED.format(paths=paths)) from error
    return len(facts.cases)


def _facts(text: str, published: str, offences: Sequence[Offence]) -> BulletinFacts:
    try:
        return facts_of(document_of(text, LIMITS), offences, PartialDate.parse(published))
    except UnreadableError as error:
        raise FormError(texts.table("UNREADABLE")[error.refusal].format(file=TEXT)) from error


def _with_form_values(draft: Draft, form: Form) -> Draft:
    """The bulletin's draft with the values of the form, which override those of its text."""
    given = {"publisher": form.publisher} | ({"source_url": form.url} if form.url else {})
    notes = {key: lines for key, lines in draft.notes.items() if key not in given}
    return replace(draft, values={**draft.values, **given}, notes=notes)


def comment(reason: str) -> str:
    """A Markdown comment with the reason in a code fence that it cannot close."""
    longest = max((len(run) for run in re.findall("`+", reason)), default=0)
    return COMMENT.format(fence="`" * max(3, longest + 1), reason=reason)


def main() -> int:
    """Imports the form of the workflow's event; returns 1 if it is refused."""
    message = Path(os.environ["RUNNER_TEMP"]) / MESSAGE
    message.unlink(missing_ok=True)
    try:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        issue = event["issue"]
        form = form_of(issue["body"], today_in_china())
        cases = imported(form, Project.here(), str(issue.get("title") or ""))
    except FormError as refusal:
        reason = str(refusal)
    except Exception as error:  # A traceback in the log could contain text of the form.
        reason = BROKEN.format(kind=type(error).__name__)
    else:
        print(IMPORTED.format(cases=cases))
        return 0
    message.write_text(comment(reason), encoding="utf-8", errors="replace")
    print(REFUSED, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
