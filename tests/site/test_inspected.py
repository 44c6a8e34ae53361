"""The last look at a site before it takes the place of the old one."""

from __future__ import annotations

import json
from pathlib import Path

from ..sites.building import run_build
from ..sites.make import BULLETIN, Content, copy_project

TELEPHONE = "13800138000"
MAILBOX = "wangan@example.org"


def project(tmp_path: Path) -> Path:
    """A project with one case."""
    root = copy_project(tmp_path / "project")
    Content(root).case(f"{BULLETIN}/01")
    return root


def configured(root: Path, **settings: object) -> None:
    """Writes other settings into the project's configuration."""
    file = root / "mkdocs.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    for key, value in settings.items():
        place = next(n for n, line in enumerate(lines) if line.lstrip().startswith(f"{key}:"))
        indent = lines[place][: -len(lines[place].lstrip())]
        lines[place] = f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}\n"
    file.write_text("".join(lines), encoding="utf-8")


def test_what_only_the_finished_site_says_is_found(tmp_path: Path) -> None:
    root, site = project(tmp_path), tmp_path / "site"
    assert run_build(site, root=root, cases=root / "cases").returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    footer = root / "overrides/partials/casebook/footer.html"
    halves = f"{{{{ '{TELEPHONE[:5]}' ~ '{TELEPHONE[5:]}' }}}}"
    footer.write_text(footer.read_text(encoding="utf-8") + halves, encoding="utf-8")
    run = run_build(site, root=root, cases=root / "cases")
    assert run.returncode == 1
    assert "[mobile-number]" in run.stdout
    assert TELEPHONE not in run.stdout + run.stderr
    assert run.stderr.endswith("生成的网站里有不该公开的内容，没有发布，原有的网站保持不变。\n")
    assert {path: path.read_bytes() for path in site.rglob("*.html")} == before


def test_what_the_configuration_says_is_found_by_the_check(tmp_path: Path) -> None:
    root, site = project(tmp_path), tmp_path / "site"
    configured(root, site_description=f"值班民警手机{TELEPHONE}")
    run = run_build(site, root=root, cases=root / "cases")
    assert run.returncode == 1
    assert run.stdout == (
        "mkdocs.yml:2:26: 这里有手机号码“13*******00”。请删去，改写为“某手机号”。[mobile-number]\n"
    )
    assert not site.exists()


def test_the_contacts_of_the_organisation_are_meant_to_be_read(tmp_path: Path) -> None:
    root, site = project(tmp_path), tmp_path / "site"
    configured(root, name="某市公安局", contact=f"电话{TELEPHONE}", corrections=f"mailto:{MAILBOX}")
    run = run_build(site, root=root, cases=root / "cases")
    assert run.returncode == 0, run.stdout + run.stderr
    assert TELEPHONE in (site / "index.html").read_text(encoding="utf-8")
