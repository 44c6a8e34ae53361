"""The workflows are valid, give away no more rights than they need, and run what exists."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

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


def commands(workflow: Path) -> Iterator[str]:
    """The lines that the steps of a workflow run."""
    for job in jobs(workflow).values():
        for step in job["steps"]:
            yield from step.get("run", "").splitlines()


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def test_there_are_workflows() -> None:
    assert "site.yml" in {path.name for path in WORKFLOWS}


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


@workflows
def test_commands_are_make_targets(workflow: Path) -> None:
    run_by_steps = list(commands(workflow))
    assert run_by_steps
    for command in run_by_steps:
        program, _, target = command.partition(" ")
        assert program == "make", f"make it a target of the Makefile: {command}"
        assert target in make_targets(), f"no such target: {command}"


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


def test_only_the_import_of_members_may_write() -> None:
    writing = {
        (workflow.name, name)
        for workflow in WORKFLOWS
        for name, job in jobs(workflow).items()
        if {"contents", "pull-requests", "issues"}
        & {right for right, given in job["permissions"].items() if given == "write"}
    }
    assert writing == {("import.yml", "import")}
    (job,) = jobs(ROOT / ".github/workflows/import.yml").values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
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


def test_only_main_is_published_and_without_a_cache() -> None:
    all_jobs = jobs(ROOT / ".github/workflows/site.yml")
    only_main = "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    publishing = {
        name: job for name, job in all_jobs.items() if job["permissions"].get("pages") == "write"
    }
    assert list(publishing) == ["publish"]
    assert publishing["publish"]["if"] == only_main
    assert set(publishing["publish"]["needs"]) == set(all_jobs) - {"publish"}
    for name in ("build", "publish"):
        used = [step.get("uses", "") for step in all_jobs[name]["steps"]]
        assert not any(action.startswith("actions/cache@") for action in used), name
    handing_over = all_jobs["build"]["steps"][-1]
    assert "upload-pages-artifact" in handing_over["uses"]
    assert handing_over["if"] == only_main


def test_ci_runs_the_tests_and_nothing_else() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines() == [
        "#!/usr/bin/env bash",
        "set -eu",
        'cd "$(dirname "$0")/.."',
        "exec make test",
    ]
