"""The workflows are valid, give away no more rights than they need, and run what exists."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml

from casebook.commands.parser import parser

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DEPENDABOT = ROOT / ".github/dependabot.yml"
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))
FORMS_CONFIG = ROOT / ".github/ISSUE_TEMPLATE/config.yml"

PINS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "actions/cache": "55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
    "actions/github-script": "3a2844b7e9c422d3c10d287c895573f7108da1b3 # v9.0.0",
    "actions/configure-pages": "983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0",
    "actions/upload-pages-artifact": "7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "actions/deploy-pages": "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
    "actions/attest-build-provenance": "a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32 # v4.1.0",
    "peter-evans/create-pull-request": "5f6978faf089d4d20b00c7766989d076bb2fc7f1 # v8.1.1",
}
"""The commit and tag at which each action was looked at; change both here when one moves."""

workflows = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    # The linters change their output where they run inside a workflow.
    environment = {name: value for name, value in os.environ.items() if "GITHUB" not in name}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def jobs(workflow: Path) -> dict[str, Any]:
    found = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    assert isinstance(found, dict)
    return found


def commands(job: Any) -> Iterator[str]:
    """The lines that the steps of a job run."""
    for step in job["steps"]:
        yield from step.get("run", "").splitlines()


def uses(step: Any, action: str) -> bool:
    return str(step.get("uses", "")).startswith(f"{action}@")


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def test_there_are_workflows() -> None:
    names = [path.name for path in WORKFLOWS]
    assert names == ["import.yml", "review.yml", "site.yml", "watch.yml"]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("dependabot", [DEPENDABOT]),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [FORMS_CONFIG]),
    ],
    ids=["workflows", "dependabot", "forms", "forms-config"],
)
def test_schema_holds(schema: str, files: list[Path]) -> None:
    linted = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_zizmor_finds_nothing() -> None:
    linted = run(
        BIN / "zizmor",
        *("--offline", "--no-config", "--strict-collection", "--persona", "auditor"),
        *("--format", "json"),
        *WORKFLOWS,
        DEPENDABOT,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert json.loads(linted.stdout) == []


@workflows
def test_actions_are_pinned(workflow: Path) -> None:
    used = re.findall(r"\buses:\s*(.+)", workflow.read_text(encoding="utf-8"))
    assert used
    for action in used:
        name, _, pin = action.partition("@")
        assert re.fullmatch(r"[0-9a-f]{40} # v[0-9.]+", pin), f"pin by commit, with tag: {action}"
        assert PINS.get(name) == pin, f"look at the action, then note its pin in PINS: {action}"


CASEBOOK = ".venv/bin/casebook"

OTHER_COMMANDS = {
    'git worktree add --detach "$RUNNER_TEMP/base" HEAD^1',
    *(
        f'echo "{name}=sha256:$(sha256sum < {file} | cut -d \' \' -f 1)" >> "$GITHUB_OUTPUT"'
        for name, file in (
            ("manifest", "site/manifest.json"),
            ("archive", '"$RUNNER_TEMP/artifact.tar"'),
        )
    ),
    "curl --fail --silent --show-error --location --proto-redir =https --max-time 60 "
    '--retry 4 --retry-all-errors --output "$RUNNER_TEMP/manifest.json" "${ADDRESS}manifest.json"',
    'gh attestation verify "$RUNNER_TEMP/manifest.json" --repo "$GITHUB_REPOSITORY" '
    '--signer-workflow "$GITHUB_REPOSITORY/.github/workflows/site.yml" '
    '--source-ref refs/heads/main --source-digest "$COMMIT" --deny-self-hosted-runners',
}
"""What steps may run beside make and casebook, word for word."""


@workflows
def test_commands_exist(workflow: Path) -> None:
    for name, job in jobs(workflow).items():
        is_installed = False
        for command in commands(job):
            program, *arguments = shlex.split(command)
            if program == "make":
                (target,) = arguments
                assert target in make_targets(), f"no such target: {command}"
                is_installed = True
            elif program == CASEBOOK:
                assert is_installed, f"{name} has nothing installed: {command}"
                ours = takewhile(lambda one: one not in (">", ">>"), arguments)
                assert parser().parse_args(list(ours)).command
            else:
                assert command in OTHER_COMMANDS, f"make it a target of the Makefile: {command}"


def test_other_commands_are_all_run() -> None:
    run_somewhere = {
        command
        for workflow in WORKFLOWS
        for job in jobs(workflow).values()
        for command in commands(job)
    }
    assert run_somewhere >= OTHER_COMMANDS


def test_a_command_that_does_not_exist_is_noticed() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["status", "--format", "svg"])


@workflows
def test_no_expression_stands_in_a_command_or_a_script(workflow: Path) -> None:
    for job in jobs(workflow).values():
        for step in job["steps"]:
            said = step.get("run", "") + step.get("with", {}).get("script", "")
            assert "${{" not in said, "hand it over in env, and read it there"


@workflows
def test_scripts_that_are_required_exist(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    for name in re.findall(r"require\(\"\./([^\"]+)\"\)", text):
        assert (ROOT / name).is_file(), name


def test_every_script_is_required_by_a_workflow() -> None:
    texts = "".join(workflow.read_text(encoding="utf-8") for workflow in WORKFLOWS)
    scripts = [path.name for path in (ROOT / ".github/scripts").iterdir()]
    assert scripts
    assert [name for name in scripts if f'require("./.github/scripts/{name}")' not in texts] == []


@workflows
def test_workflow_needs_no_secret(workflow: Path) -> None:
    assert not re.search(r"\bsecrets\b", workflow.read_text(encoding="utf-8"))


@workflows
def test_rights_are_given_job_by_job(workflow: Path) -> None:
    text = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert text["permissions"] == {}
    for name, job in jobs(workflow).items():
        assert job["permissions"], name
        assert job["timeout-minutes"], name
        assert "@" not in job.get("uses", ""), name


OURS = {
    "github.event.issue.author_association",
    "github.event.issue.labels",
    "github.event.issue.number",
    "github.event.issue.state",
}
"""What of an event no stranger can word."""


@workflows
def test_no_expression_holds_what_a_stranger_writes(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    used = set(re.findall(r"\bgithub\.event\.[\w.]*\w", text))
    assert used <= OURS, "read it from the event's file: an expression would run what it says"
    assert not re.search(r"\bgithub\.(event\b(?!\.)|head_ref)|toJSON\(github\)|event\[", text)


RIGHTS = {
    "import.yml": {
        "import": {"contents": "write", "pull-requests": "write", "issues": "write"},
    },
    "review.yml": {"review": {"contents": "read", "issues": "write"}},
    "site.yml": {
        "check": {"contents": "read"},
        "test": {"contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "publish": {"pages": "write", "id-token": "write"},
        "record": {"actions": "read", "contents": "write"},
    },
    "watch.yml": {
        "watch": {
            **dict.fromkeys(("actions", "attestations", "contents", "deployments"), "read"),
            **{"issues": "write", "pages": "read"},
        },
    },
}
"""What each job may do, and no more than that."""


@workflows
def test_rights_are_those_that_were_thought_about(workflow: Path) -> None:
    found = {name: job["permissions"] for name, job in jobs(workflow).items()}
    assert found == RIGHTS[workflow.name]


@workflows
def test_no_job_hands_its_token_or_a_cache_to_what_may_write(workflow: Path) -> None:
    for name, job in jobs(workflow).items():
        may_write = "write" in job["permissions"].values()
        for step in job["steps"]:
            if uses(step, "actions/checkout"):
                assert step["with"]["persist-credentials"] is False, name
            assert not (may_write and uses(step, "actions/cache")), name
            if "github.token" in str(step):
                assert step["run"].startswith("gh "), name


@workflows
def test_runs_do_not_get_in_each_others_way(workflow: Path) -> None:
    text = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    name = workflow.stem
    one_a_branch = {
        "group": "site-${{ github.ref }}",
        "cancel-in-progress": "${{ github.ref != 'refs/heads/main' }}",
    }
    one_an_issue = {
        "group": "import-${{ github.event.issue.number }}",
        "cancel-in-progress": False,
    }
    alone = {"group": name, "cancel-in-progress": False}
    assert text["concurrency"] == {"site": one_a_branch, "import": one_an_issue}.get(name, alone)


def triggers(workflow: str) -> Any:
    # To YAML 1.1 the key `on` is a truth.
    return yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text("utf-8"))[True]


@pytest.mark.parametrize(
    ("workflow", "times"), [("review.yml", "17 1 * * 1"), ("watch.yml", "43 22 * * *")]
)
def test_what_nobody_starts_has_its_time(workflow: str, times: str) -> None:
    assert triggers(workflow) == {"schedule": [{"cron": times}], "workflow_dispatch": None}


def test_every_issue_has_a_label_and_a_title_of_its_own() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in WORKFLOWS}
    found = {
        (name, *re.findall(r'label: "(.+?)"', text), *re.findall(r'title = "(.+?)"', text))
        for name, text in texts.items()
        if "report_issue.js" in text
    }
    assert found == {
        ("review.yml", "到期复核", "待办：到期与未完成的案例"),
        ("watch.yml", "网站巡查", "网站巡查：发现问题"),
    }


def test_only_forms_of_members_are_imported() -> None:
    (job,) = jobs(ROOT / ".github/workflows/import.yml").values()
    assert job["if"].split(" && ") == [
        "github.event.issue.state == 'open'",
        "contains(github.event.issue.labels.*.name, '报送案例')",
        """contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), """
        "github.event.issue.author_association)",
    ]
    (form,) = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in FORMS)
    assert form["labels"] == ["报送案例"]


def test_an_import_hands_on_nothing_but_the_number() -> None:
    (job,) = jobs(ROOT / ".github/workflows/import.yml").values()
    assert "env" not in job
    for step in job["steps"]:
        action = step.get("uses", "").partition("@")[0]
        assert "env" not in step
        assert action != "actions/cache", "who may write into it could change what is written"
        if action == "actions/checkout":
            assert step["with"]["persist-credentials"] is False
        if action == "actions/github-script":
            script = step["with"]["script"]
            assert "${{" not in script
            payload = set(re.findall(r"\bpayload\b[\w.?\[\]\"']*", script))
            assert payload == {"payload.issue.number"}
    (proposing,) = (step for step in job["steps"] if "create-pull-request" in step.get("uses", ""))
    for key, value in proposing["with"].items():
        expressions = set(re.findall(r"\$\{\{(.*?)\}\}", str(value)))
        assert expressions <= {" github.event.issue.number "}, key
    assert proposing["with"]["branch"] == "import/issue-${{ github.event.issue.number }}"
    assert proposing["with"]["add-paths"] == "cases"


SITE = jobs(ROOT / ".github/workflows/site.yml")
ONLY_MAIN = "github.event_name == 'push' && github.ref == 'refs/heads/main'"


def step_of(job: Any, name: str) -> Any:
    (found,) = (step for step in job["steps"] if step.get("name") == name)
    return found


def test_main_is_published_after_everything_else_went_well() -> None:
    needs = {name: job.get("needs", []) for name, job in SITE.items()}
    assert needs == {
        "check": [],
        "test": [],
        "build": [],
        "attest": ["check", "test", "build"],
        "publish": ["check", "test", "build", "attest"],
        "record": ["publish"],
    }
    only_main = {name for name, job in SITE.items() if job.get("if") == ONLY_MAIN}
    assert only_main == {"attest", "publish", "record"}
    assert SITE["publish"]["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_what_is_published_comes_from_no_cache() -> None:
    """Rendered pages are cached for pull requests alone, whose caches no other branch can read."""
    for name in ("build", "attest", "publish", "record"):
        for step in SITE[name]["steps"]:
            if uses(step, "actions/cache"):
                assert step["if"] == "github.event_name == 'pull_request'", name
                assert step["with"]["path"].split() == [
                    ".cache/casebook",
                    "!.cache/casebook/previous",
                ]
                assert step["with"]["restore-keys"] == "pages-${{ github.ref }}-"


def test_the_attested_is_the_published() -> None:
    building, attesting = SITE["build"], SITE["attest"]
    names = [step.get("name", "") for step in building["steps"]]
    after = names[names.index("Build") + 1 :]
    assert after == [
        "Upload the site for review",
        "Record the new addresses",
        "Upload the manifest and the addresses",
        "Upload for publishing",
        "Compute the digests",
    ]
    for name in after[1:]:
        assert step_of(building, name)["if"] == ONLY_MAIN
    assert building["outputs"] == {
        name: f"${{{{ steps.sums.outputs.{name} }}}}" for name in ("manifest", "archive")
    }
    assert [step["with"] for step in attesting["steps"]] == [
        {
            "subject-name": file,
            "subject-digest": f"${{{{ needs.build.outputs.{name} }}}}",
        }
        for file, name in (("manifest.json", "manifest"), ("artifact.tar", "archive"))
    ]
    assert all(uses(step, "actions/attest-build-provenance") for step in attesting["steps"])


def test_the_proof_holds_the_manifest_and_the_addresses() -> None:
    proof = step_of(SITE["build"], "Upload the manifest and the addresses")["with"]
    assert proof["name"] == "proof"
    assert proof["path"].split() == ["site/manifest.json", "cases/addresses.txt"]
    script = (ROOT / ".github/scripts/record_addresses.js").read_text(encoding="utf-8")
    assert 'name: "proof"' in script
    assert 'const PATH = "cases/addresses.txt";' in script


def test_the_job_that_commits_runs_nothing_of_ours_but_a_script() -> None:
    assert list(commands(SITE["record"])) == []
    used = [step["uses"].partition("@")[0] for step in SITE["record"]["steps"]]
    assert used == ["actions/checkout", "actions/github-script"]


def test_a_pull_request_shows_its_site_and_its_changes() -> None:
    kept = step_of(SITE["build"], "Upload the site for review")
    assert kept["if"] == "github.event_name == 'pull_request'"
    assert (kept["with"]["path"], kept["with"]["retention-days"]) == ("site", 14)
    checkout = SITE["check"]["steps"][0]
    assert checkout["with"]["fetch-depth"] == 2
    laid_out, said = SITE["check"]["steps"][-2:]
    assert "github.event_name == 'pull_request'" in laid_out["if"]
    assert said["run"].endswith('--format markdown >> "$GITHUB_STEP_SUMMARY"')
    for step in (laid_out, said):
        assert "!cancelled()" in step["if"], "say it of cases with errors too"


def test_the_watch_ends_with_the_issue_whatever_it_finds() -> None:
    (job,) = jobs(ROOT / ".github/workflows/watch.yml").values()
    names = [step.get("name", "") for step in job["steps"]]
    looking = job["steps"][names.index("Fetch the published manifest") : -1]
    assert [step["id"] for step in looking] == [
        "fetch",
        "prove",
        "verify",
        "build",
        "links",
        "status",
    ]
    for step in looking:
        assert step["continue-on-error"] is True, step["id"]
    assert names[-1] == "Open, rewrite or close the issue"
    assert job["steps"][-1]["if"] == "steps.last.outputs.address != ''"


def test_ci_runs_the_tests_and_nothing_else() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines() == [
        "#!/usr/bin/env bash",
        "set -eu",
        'cd "$(dirname "$0")/.."',
        "exec make test",
    ]
