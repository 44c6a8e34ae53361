"""The scripts of the workflows, run by Node with a GitHub that only remembers what it was asked."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from casebook.cli import main

from .checks.sites import TAIYUAN, sound

FIRST, SECOND = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md"
SCRIPTS = Path(__file__).parents[1] / ".github/scripts"
NODE = shutil.which("node") or ""

pytestmark = pytest.mark.skipif(not NODE, reason="没有 Node / Node is not installed")

HARNESS = """
const [path] = process.argv.slice(1);
const { options, answers, stdout } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const calls = [];
const ask = (name, asked) => {
  calls.push([name, asked]);
  const queue = answers[name] ?? [null];
  const answer = queue.length > 1 ? queue.shift() : queue[0];
  if (answer?.error) throw Object.assign(new Error(name), { status: answer.error });
  return answer;
};
const named = (make) => new Proxy({}, { get: (_, name) => make(name) });
const rest = named((area) =>
  named((name) => async (asked) => ({ data: ask(`${area}.${name}`, asked) })));
const tools = {
  github: { rest, paginate: async (list, asked) => (await list(asked)).data },
  context: { repo: { owner: "甲", repo: "乙" }, runId: 7 },
  core: named((name) => (...said) => { calls.push([`core.${name}`, said]); }),
  exec: { getExecOutput: async () => ({ stdout }) },
};
const script = require(path);
Promise.resolve(script.length === 1 ? script(options) : script(tools, options))
  .then((result) => ({ result: result ?? null }), (error) => ({ failed: error.message }))
  .then((outcome) => console.log(JSON.stringify({ ...outcome, calls })));
"""

OF_REPO = {"owner": "甲", "repo": "乙"}


def run(
    script: str, options: object, answers: dict[str, list[Any]] | None = None, stdout: str = ""
) -> dict[str, Any]:
    given = json.dumps({"options": options, "answers": answers or {}, "stdout": stdout})
    done = subprocess.run(
        [NODE, "--eval", HARNESS, str(SCRIPTS / script)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def calls(
    script: str, options: object, answers: dict[str, list[Any]] | None = None
) -> list[list[Any]]:
    """What was asked of GitHub; the first question of the repository is left out of each."""
    found = run(script, options, answers)
    assert "failed" not in found
    return [
        [name, {key: value for key, value in asked.items() if key not in OF_REPO}]
        if isinstance(asked, dict)
        else [name, asked]
        for name, asked in found["calls"]
    ]


# One issue

ABOUT = {"label": "网站巡查", "title": "网站巡查：发现问题"}
LOOK = ["issues.listForRepo", {"labels": "网站巡查", "state": "open", "per_page": 100}]
OWN = {
    "number": 5,
    "title": ABOUT["title"],
    "body": "旧的",
    "user": {"login": "github-actions[bot]"},
}


def reported(report: str, *open_issues: object) -> list[list[Any]]:
    first, *others = calls(
        "report_issue.js", {**ABOUT, "report": report}, {"issues.listForRepo": [list(open_issues)]}
    )
    assert first == LOOK
    return others


def test_an_issue_is_opened() -> None:
    created = {"title": ABOUT["title"], "body": "新的", "labels": ["网站巡查"]}
    assert reported("新的\n") == [["issues.create", created]]


def test_an_issue_is_written_anew() -> None:
    assert reported("新的", OWN) == [["issues.update", {"issue_number": 5, "body": "新的"}]]


def test_an_issue_that_says_so_already_is_left_alone() -> None:
    assert reported("旧的\n", OWN) == []


def test_an_issue_is_closed() -> None:
    assert reported(" \n", OWN) == [
        ["issues.createComment", {"issue_number": 5, "body": "已经没有要处理的了，自动关闭。"}],
        ["issues.update", {"issue_number": 5, "state": "closed", "state_reason": "completed"}],
    ]


def test_nothing_to_report_and_no_issue() -> None:
    assert reported("") == []


@pytest.mark.parametrize(
    "other",
    [
        OWN | {"title": "另一个题目"},
        OWN | {"user": {"login": "somebody"}},
        OWN | {"pull_request": {}},
    ],
    ids=["title", "author", "pull request"],
)
def test_what_others_wrote_is_not_touched(other: object) -> None:
    assert reported("", other) == []
    assert [name for name, _ in reported("新的", other)] == ["issues.create"]


def test_a_long_report_is_cut_between_characters() -> None:
    ((_, created),) = reported("𠀀" * 60001)
    assert created["body"] == "𠀀" * 60000 + "\n\n（太长，后面的没有列出。）"


# The last publication

NOON = "2026-11-22T12:00:00Z"
AN_HOUR_LATER = 1795352400000
SUCCESS = [{"state": "success", "created_at": NOON}]
DONE = {"status": "completed", "conclusion": "success", "html_url": "https://example.com/run"}


def published(
    address: str = "",
    now: int = AN_HOUR_LATER,
    deployments: list[object] | None = None,
    statuses: list[object] | None = None,
    runs: list[object] | None = None,
) -> list[list[Any]]:
    answers = {
        "repos.listDeployments": [[{"id": 2, "sha": "b"}] if deployments is None else deployments],
        "repos.listDeploymentStatuses": [SUCCESS] if statuses is None else statuses,
        "actions.listWorkflowRuns": [{"workflow_runs": [DONE] if runs is None else runs}],
        "repos.getPages": [{"html_url": "https://example.com/anli"}],
    }
    found = calls("last_publication.js", {"address": address, "now": now}, answers)
    return [call for call in found if call[0].startswith("core.")]


def outputs(address: str, commit: str = "b", failed_run: str = "") -> list[list[Any]]:
    said = {"address": address, "commit": commit, "failed-run": failed_run}
    return [["core.setOutput", [key, value]] for key, value in said.items()]


UNDER_WAY = [["core.notice", ["本站正在发布或刚刚发布完，新旧文件可能混在一起，留到下一次巡查。"]]]


def test_the_address_is_that_of_pages_unless_somebody_said_it() -> None:
    assert published() == outputs("https://example.com/anli/")
    assert published("https://example.org/") == outputs("https://example.org/")


def test_a_site_that_was_never_published() -> None:
    never = [["core.notice", ["本站还没有发布过，没有可以巡查的。"]]]
    assert published(deployments=[]) == never
    assert published(statuses=[[]]) == never
    assert published(statuses=[[{"state": "failure", "created_at": NOON}]]) == never


def test_a_deployment_that_failed_is_passed_over() -> None:
    deployments: list[object] = [{"id": 3, "sha": "c"}, {"id": 2, "sha": "b"}]
    statuses: list[object] = [[{"state": "failure", "created_at": NOON}], SUCCESS]
    failed = DONE | {"conclusion": "failure"}
    assert published("https://example.org/", AN_HOUR_LATER, deployments, statuses, [failed]) == (
        outputs("https://example.org/", "b", "https://example.com/run")
    )


def test_a_publication_under_way_is_waited_for() -> None:
    assert published(runs=[DONE | {"status": "in_progress", "conclusion": None}]) == UNDER_WAY


def test_a_fresh_publication_is_left_to_settle() -> None:
    quarter = AN_HOUR_LATER - 45 * 60 * 1000
    assert published(now=quarter - 1) == UNDER_WAY
    assert published(now=quarter) == outputs("https://example.com/anli/")


def test_runs_that_github_has_forgotten() -> None:
    assert published(runs=[]) == outputs("https://example.com/anli/")


# What the watch found

RUN = "https://example.com/run/9"
WELL = {
    **{"failedRun": "", "fetched": "success", "proven": "success"},
    **{"verified": "success", "linked": "success"},
}


def watched(folder: Path, **said: str) -> object:
    options = {**WELL, **said, "folder": str(folder), "run": RUN}
    return run("watch_report.js", options)["result"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ""),
        ({"verified": "failure"}, f"核对的结果\n\n运行记录：{RUN}"),
        ({"linked": "failure"}, f"链接的结果\n\n运行记录：{RUN}"),
        (
            {"fetched": "failure", "proven": "skipped", "verified": "skipped"},
            f"网站打不开，或没有文件清单manifest.json，没有核对。\n\n运行记录：{RUN}",
        ),
        (
            {"failedRun": "https://example.com/run/8"},
            "main上最近一次发布没有全部成功，网站可能还是之前的版本：https://example.com/run/8\n\n"
            "下面的核对针对最近一次成功的发布，不会因此多报问题。\n\n"
            f"运行记录：{RUN}",
        ),
        (
            {"proven": "failure", "verified": "failure", "linked": "failure"},
            "网站上的manifest.json没有通过验证：它不是最近一次成功发布时由本仓库生成的。"
            "网站可能被换成了别的版本，也可能是验证服务一时不可用。\n\n"
            f"核对的结果\n\n链接的结果\n\n运行记录：{RUN}",
        ),
    ],
    ids=["well", "verify", "links", "fetch", "publication", "all"],
)
def test_what_the_watch_reports(said: dict[str, str], expected: str, tmp_path: Path) -> None:
    (tmp_path / "verify.md").write_text("核对的结果\n", encoding="utf-8")
    (tmp_path / "links.md").write_text("链接的结果\n", encoding="utf-8")
    (tmp_path / "status.json").write_text("[]\n", encoding="utf-8")
    assert watched(tmp_path, **said) == expected


def test_the_watch_counts_what_is_overdue(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the tasks that the command lists, one overdue and one not."""
    (project / FIRST).write_text(sound(FIRST, review_on="2024-07-01"), encoding="utf-8")
    (project / SECOND).write_text(sound(SECOND, status="draft"), encoding="utf-8")
    assert main(["status", "--format", "json"]) == 0
    (tmp_path / "status.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert watched(tmp_path) == (
        "到期未处理、已超期的有1项，见标签“到期复核”的议题。"
        f"应当撤回、隐去的过了宽限天数，政府网站就不能更新。\n\n运行记录：{RUN}"
    )


@pytest.mark.parametrize("listed", [None, "", "没有"])
def test_tasks_that_cannot_be_read_are_reported(listed: str | None, tmp_path: Path) -> None:
    if listed is not None:
        (tmp_path / "status.json").write_text(listed, encoding="utf-8")
    assert watched(tmp_path) == f"到期检查没有完成。\n\n运行记录：{RUN}"


def test_a_command_that_printed_nothing_did_not_end(tmp_path: Path) -> None:
    (tmp_path / "verify.md").touch()
    (tmp_path / "status.json").write_text("[]\n", encoding="utf-8")
    assert watched(tmp_path, verified="failure", linked="failure") == (
        f"网站核对没有完成。\n\n链接检查没有完成。\n\n运行记录：{RUN}"
    )


# The ledger

LEDGER = "# 说明\ncases/1/\ncases/3/\n"


def recorded(tmp_path: Path, built: str, **answers: list[Any]) -> dict[str, Any]:
    known = {
        "actions.listWorkflowRunArtifacts": [{"artifacts": [{"id": 1}, {"id": 2}]}],
        "actions.downloadArtifact": ["zip"],
        "repos.getContent": [{"sha": "f1"}],
    }
    dotted = {name.replace("__", "."): queue for name, queue in answers.items()}
    return run("record_addresses.js", str(tmp_path), known | dotted, built)


def blob(text: str) -> dict[str, str]:
    return {"content": base64.b64encode(text.encode()).decode()}


def written(found: dict[str, Any]) -> list[tuple[str | None, str]]:
    """The former fingerprint of the file and its new text, of each attempt."""
    return [
        (asked.get("sha"), base64.b64decode(asked["content"]).decode())
        for name, asked in found["calls"]
        if name == "repos.createOrUpdateFileContents"
    ]


def test_new_addresses_join_those_of_main(tmp_path: Path) -> None:
    current = "# 说明\ncases/1/\ncases/2/\n"
    found = recorded(tmp_path, LEDGER, git__getBlob=[blob(current)])
    assert written(found) == [("f1", "# 说明\ncases/1/\ncases/2/\ncases/3/\n")]
    asked = dict(found["calls"])
    place = {**OF_REPO, "path": "cases/addresses.txt"}
    assert asked["actions.listWorkflowRunArtifacts"] == {**OF_REPO, "run_id": 7, "name": "proof"}
    assert asked["actions.downloadArtifact"]["artifact_id"] == 2
    assert asked["repos.getContent"].items() >= {**place, "ref": "main"}.items()
    assert asked["repos.createOrUpdateFileContents"].items() >= {**place, "branch": "main"}.items()


def test_the_first_ledger(tmp_path: Path) -> None:
    found = recorded(tmp_path, LEDGER, repos__getContent=[{"error": 404}])
    assert written(found) == [(None, LEDGER)]


def test_known_addresses_are_not_committed(tmp_path: Path) -> None:
    found = recorded(tmp_path, LEDGER, git__getBlob=[blob(LEDGER)])
    assert written(found) == []


def test_a_conflict_is_tried_again_with_what_is_there_then(tmp_path: Path) -> None:
    found = recorded(
        tmp_path,
        LEDGER,
        repos__getContent=[{"sha": "f1"}, {"sha": "f2"}],
        git__getBlob=[blob("cases/1/\n"), blob("cases/2/\n")],
        repos__createOrUpdateFileContents=[{"error": 409}, {}],
    )
    assert written(found) == [
        ("f1", LEDGER),
        ("f2", "# 说明\ncases/1/\ncases/2/\ncases/3/\n"),
    ]
    assert found["result"] is None


@pytest.mark.parametrize(("status", "attempts"), [(409, 5), (422, 5), (403, 1)])
def test_what_cannot_be_committed_fails(status: int, attempts: int, tmp_path: Path) -> None:
    found = recorded(
        tmp_path,
        LEDGER,
        git__getBlob=[blob("")],
        repos__createOrUpdateFileContents=[{"error": status}],
    )
    assert found["failed"] == "repos.createOrUpdateFileContents"
    assert len(written(found)) == attempts
