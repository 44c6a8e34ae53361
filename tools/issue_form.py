"""Turns the issue form 报送案例 into drafts; run by the workflow import.yml.

The form's text is anybody's, so it goes from the event's file into the drafts and nowhere else:
not into a command, an expression or a variable of the workflow, and not onto its log, where lines
can be commands too. Why a form is refused stands in a file of its own, for a comment.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tools.form import TEXT, Form, RefusedError, form_of

from casebook.config.project import Project
from casebook.content.calendar import today_in_china
from casebook.content.contents import Offence
from casebook.content.loader import load
from casebook.editor.draft import Draft
from casebook.editor.draft_folder import OccupiedError, write
from casebook.editor.draft_notes import INDEX
from casebook.importer.drafts import drafts_of
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.manuscript import UnreadableError, read
from casebook.texts import commands as texts

MESSAGE = "import-message.md"
"""The name of the file that says why a form was refused, in the runner's temporary folder."""

REFUSED = "表单没有导入，原因写在评论里。"
IMPORTED = "已写入案例草稿 {cases} 起。"
COMMENT = (
    "没有导入。原因：\n\n{fence}text\n{reason}\n{fence}\n\n请编辑表单，保存后会自动再试一次。\n"
)

OCCUPIED = "这些文件已经存在，没有改动：{paths}。这一期可能已经导入过。"
BROKEN = "程序出错（{kind}），请把这份通报交给维护本站的人手工导入。"


def imported(form: Form, project: Project) -> int:
    """Writes the drafts of a form's text into the folder it names and says how many cases."""
    library, _ = load(project.folders)
    facts = _facts(form.text, library.offences)
    if not facts.cases:
        raise RefusedError(texts.NO_CASES.format(file=TEXT))
    drafts = drafts_of(facts, form.published)
    drafts[INDEX] = _as_said(drafts[INDEX], form)
    folder = project.folders.cases / form.folder
    try:
        write(folder, {name: draft.text() for name, draft in drafts.items()})
    except OccupiedError as error:
        paths = "、".join(project.folders.shown(path) for path in error.paths)
        raise RefusedError(OCCUPIED.format(paths=paths)) from error
    return len(facts.cases)


def _facts(text: str, offences: Sequence[Offence]) -> BulletinFacts:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bulletin.txt"
        file.write_bytes(text.encode("utf-8", "replace"))
        try:
            return facts_of(read(file), offences)
        except UnreadableError as error:
            raise RefusedError(texts.table("UNREADABLE")[error.code].format(file=TEXT)) from error


def _as_said(draft: Draft, form: Form) -> Draft:
    """The bulletin's draft with what the form says of it, which goes before what its text says."""
    said = {"publisher": form.publisher} | ({"source_url": form.url} if form.url else {})
    notes = {key: lines for key, lines in draft.notes.items() if key not in said}
    return replace(draft, values={**draft.values, **said}, notes=notes)


def comment(reason: str) -> str:
    """A comment in which the reason is plain text, whatever it quotes."""
    longest = max((len(run) for run in re.findall("`+", reason)), default=0)
    return COMMENT.format(fence="`" * max(3, longest + 1), reason=reason)


def main() -> int:
    """Imports the form of the event that started the workflow; 1 where it is refused."""
    message = Path(os.environ["RUNNER_TEMP"]) / MESSAGE
    message.unlink(missing_ok=True)
    try:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        cases = imported(form_of(event["issue"]["body"], today_in_china()), Project.here())
    except RefusedError as refusal:
        reason = str(refusal)
    except Exception as error:  # A traceback on the log could quote the form.
        reason = BROKEN.format(kind=type(error).__name__)
    else:
        print(IMPORTED.format(cases=cases))
        return 0
    message.write_text(comment(reason), encoding="utf-8", errors="replace")
    print(REFUSED, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
