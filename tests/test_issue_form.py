"""The issue form becomes drafts, and nothing that somebody writes into it becomes anything else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tools import issue_form
from tools.form import BEFORE_TEXT, TEXT, FormError, form_of
from tools.form_privacy import ensure_impersonal_drafts
from tools.issue_form import comment

from casebook.content.front_matter import parse
from casebook.content.model import BulletinFields, CaseFields

from .checks.sites import copy_sound_site

ROOT = Path(__file__).parents[1]
FORM = ROOT / ".github/ISSUE_TEMPLATE/case-report.yml"
WORKFLOW = ROOT / ".github/workflows/import.yml"
TODAY = date(2026, 11, 22)

BULLETIN = """\
太原市公安局公布网络违法犯罪典型案例

近日，太原市公安局公布2起打击网络违法犯罪典型案例。

一、王某某等人侵犯公民个人信息案
2024年4月，太原网安支队侦破王某某等人侵犯公民个人信息案，抓获犯罪嫌疑人12名，涉案金额超500万元。

二、李某编造网络谣言案
2024年5月，太原市小店区李某在网络平台编造谣言，公安机关依法对其予以行政处罚。"""

CONFIRMED = "- [x] 已确认可公开\n- [X] 不含未隐去的个人信息"
FOLDER = "2025-02-10-taiyuan"

ATTACKS = [
    "$(touch /tmp/x)",
    "`touch /tmp/x`",
    "${{ secrets.GITHUB_TOKEN }}",
    "${{ github.event.issue.body }}",
    "::set-output name=x::y",
    "::add-mask::太原",
    "##[set-env name=PATH]x",
    "%0A::error::x",
    "'; rm -rf . #",
    '"; exit 0; "',
    "太原\u2028publisher: x",
    "{{ config.site_url }}{% raw %}",
    "<script>alert(1)</script>",
    "!!python/object/apply:os.system [x]",
    "&a *a",
    "x # y: z",
    "x: y",
    "- x",
    "---",
    "[x, y]",
    "@everyone",
    "../../../etc/passwd",
]


def body(**changes: str | None) -> str:
    """An issue's body as the form writes it; None leaves a heading out."""
    values: dict[str, str | None] = {
        "发布单位": "太原市公安局",
        "发布日期": "2025-02-10",
        "地名拼音": "taiyuan",
        "来源网址": "https://gaj.example.gov.cn/a/1.html",
        "确认": CONFIRMED,
        "通报全文": f"```text\n{BULLETIN}\n```",
        **changes,
    }
    return "\n\n".join(
        f"### {key}\n\n{value}" for key, value in values.items() if value is not None
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a runner's folder, with the files through which steps talk to each other."""
    root = copy_sound_site(tmp_path / "project")
    (root / "hooks").mkdir()
    (root / "mkdocs.yml").touch()
    runner = tmp_path / "runner"
    runner.mkdir()
    for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
        (runner / name).touch()
        monkeypatch.setenv(name, str(runner / name))
    monkeypatch.setenv("RUNNER_TEMP", str(runner))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(runner / "event.json"))
    monkeypatch.delenv("CASEBOOK_CASES", raising=False)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def submit(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[object], str]:
    """Runs the tool on a body: the comment it leaves, empty where it has imported."""
    runner = project.parent / "runner"

    def run(text: object) -> str:
        before = files(project)
        event = {"action": "opened", "issue": {"number": 7, "title": "::x", "body": text}}
        (runner / "event.json").write_text(json.dumps(event), encoding="utf-8")
        code = issue_form.main()
        render_page = capsys.readouterr()
        message = runner / "import-message.md"
        if code:
            assert render_page == ("", "表单没有导入，原因写在评论里。\n")
            assert files(project) == before, "a refused form leaves nothing behind"
        else:
            assert re.fullmatch(r"已写入案例草稿 \d+ 起。\n", render_page.out)
            assert render_page.err == ""
            new = set(files(project)) - set(before)
            assert {path.parent.parent for path in new} == {project / "cases"}
        talk = [path for path in runner.iterdir() if path.name.startswith("GITHUB_")]
        assert [path.read_bytes() for path in talk] == [b""] * 4
        assert message.exists() == bool(code)
        return message.read_text(encoding="utf-8") if code else ""

    return run


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def drafts(project: Path, folder: str = FOLDER) -> dict[str, dict[str, Any]]:
    """The front matter of the drafts, which must be sound YAML with known keys only."""
    found = {}
    for path in sorted((project / "cases" / folder).iterdir()):
        document, problems = parse(path.read_text(encoding="utf-8"), path.name)
        assert document is not None, path.read_text(encoding="utf-8")
        unseen = [one.code for one in problems if one.code != "control-character"]
        assert unseen == []
        model = BulletinFields if path.name == "index.md" else CaseFields
        assert set(document.values) <= set(model.model_fields)
        found[path.name] = dict(document.values)
    return found


# The form and the tool agree


def test_the_tool_knows_the_headings_of_the_form() -> None:
    parts = yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"]
    labels = [part["attributes"]["label"] for part in parts if part["type"] != "markdown"]
    assert labels == [*BEFORE_TEXT, TEXT], "the text comes last"
    assert parts[-1]["attributes"]["render"] == "text"
    (boxes,) = (part["attributes"]["options"] for part in parts if part["type"] == "checkboxes")
    assert all(box["required"] for box in boxes)


def test_a_form_becomes_drafts(project: Path, submit: Callable[[object], str]) -> None:
    assert submit(body()) == ""
    found = drafts(project)
    assert list(found) == ["01.md", "02.md", "index.md"]
    index = found["index.md"]
    assert (index["publisher"], index["published"]) == ("太原市公安局", "2025-02-10")
    assert index["source_url"] == "https://gaj.example.gov.cn/a/1.html"
    assert {found[name]["status"] for name in ("01.md", "02.md")} == {"draft"}
    assert found["01.md"]["people"] == "12"


def test_line_breaks_of_windows(project: Path, submit: Callable[[object], str]) -> None:
    assert submit(body().replace("\n", "\r\n")) == ""
    assert b"\r" not in b"".join(files(project / "cases").values())
    assert len(drafts(project)) == 3


def test_no_address(project: Path, submit: Callable[[object], str]) -> None:
    assert submit(body(来源网址="_No response_")) == ""
    assert "source_url" not in drafts(project)["index.md"]


def test_a_text_without_a_fence(project: Path, submit: Callable[[object], str]) -> None:
    assert submit(body(通报全文=BULLETIN)) == ""
    assert len(drafts(project)) == 3


# What is refused, and why


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "表单是空的"),
        ("", "表单是空的"),
        (" \n\n", "表单是空的"),
        (7, "表单是空的"),
        ("没有用表单的一段话", "表单开头多出了文字"),
        ("### 通报全文\n\n全文", "缺少这几栏：发布单位、发布日期、地名拼音、来源网址、确认"),
        (body(发布单位=None), "缺少这几栏：发布单位"),
        (body(通报全文=None), "缺少这几栏：通报全文"),
        (body(发布单位="_No response_"), "“发布单位”没有填写"),
        (body(通报全文="_No response_"), "“通报全文”没有填写"),
        (body(通报全文="```text\n\n```"), "“通报全文”没有填写"),
        (body(发布单位="甲\n\n### 别的\n\n乙"), "不认识或重复的一栏：别的"),
        (body(发布单位="甲\n\n### \ud800"), "不认识或重复的一栏：?"),
        (body(发布单位="甲\n\n### 发布单位\n\n乙"), "不认识或重复的一栏：发布单位"),
        (body(发布单位="甲" * 201), "“发布单位”只能写一行"),
        (body(发布单位="甲\u202e乙"), "“发布单位”只能写一行"),
        (body(发布单位="甲\npublished: 2020-01-01"), "“发布单位”只能写一行"),
        (body(发布单位="甲\ud800"), "“发布单位”只能写一行"),
        (body(确认="- [x] 已确认可公开\n- [ ] 不含未隐去的个人信息"), "都要勾选"),
        (body(确认="_No response_"), "都要勾选"),
        (body(通报全文="今天天气很好。"), "没有认出案例"),
        (body(通报全文="通" * 200_000), "表单太长"),
        (body(来源网址="http://example.com"), "“来源网址”要以 https:// 开头"),
        (body(来源网址="https://a.cn/ x"), "“来源网址”要以 https:// 开头"),
        (body(来源网址="javascript:alert(1)"), "“来源网址”要以 https:// 开头"),
    ],
)
def test_forms_that_are_refused(text: object, reason: str, submit: Callable[[object], str]) -> None:
    assert reason in submit(text)


DAYS = ["2025-2-10", "2025-02-30", "2025-02", "2025/02/10", "20250210", "2025-02-10T00:00"]
DAYS += ["../2025-02-10", "2025-02-10/..", "2025-02-10\n2025-02-11", "--2025-02-10", "9999-12-31"]
DAYS += ["0000-00-00", "２０２５-02-10", "٢٠٢٥-٠٢-١٠", *ATTACKS]
SLUGS = ["..", "../x", "a/b", "a\\b", "/etc", "taiyuan/../../x", "Taiyuan", "太原", "a--b", "-a"]
SLUGS += ["a-", "a b", "a\nb", "a.md", ".git", "~", "a" * 41, "ａ", "a\x00"]
SLUGS += ATTACKS


@pytest.mark.parametrize("day", DAYS)
def test_days_that_are_refused(day: str, submit: Callable[[object], str]) -> None:
    assert "发布日期" in submit(body(发布日期=day))


@pytest.mark.parametrize("slug", SLUGS)
def test_slugs_that_are_refused(slug: str, submit: Callable[[object], str]) -> None:
    assert "“地名拼音”" in submit(body(地名拼音=slug))


def test_a_folder_that_is_there_is_kept(submit: Callable[[object], str]) -> None:
    assert submit(body()) == ""
    said = submit(body())
    assert "已经存在" in said
    assert f"cases/{FOLDER}/index.md" in said


# Persons are refused before anything is written

NAMED = "2024年4月，太原网安支队将犯罪嫌疑人王建国抓获，手机13800138000。"
IDENTITY = "110101199003070134"


def in_text(sentence: str) -> str:
    return body(通报全文=f"```text\n{BULLETIN}\n{sentence}\n```")


@pytest.mark.parametrize(
    ("text", "field", "hidden"),
    [
        (in_text(NAMED), "“通报全文”第 10 行：", "王建国"),
        (in_text(NAMED), "13*******00", "13800138000"),
        (in_text(f"身份证号{IDENTITY}。"), "“通报全文”第 10 行：", IDENTITY),
        (in_text("联系邮箱yang@example.com。"), "“通报全文”第 10 行：", "yang@example.com"),
        (
            in_text("现住太原市样例小区3号楼2单元501室。"),
            "“通报全文”第 10 行：",
            "样例小区3号楼2单元501",
        ),
        (in_text("犯罪嫌疑人王\n建国被抓获。"), "“通报全文”第 10 行：", "建国"),
        (in_text("犯罪嫌疑人**王建国**被抓获。"), "“通报全文”第 10 行：", "王建国"),
        (in_text("手机１３８００１３８０００。"), "“通报全文”第 10 行：", "１３８００１３８０００"),
        (body(发布单位="太原市公安局民警王建国"), "“发布单位”第 1 行：", "王建国"),
        (body(发布单位="太原市公安局13800138000"), "“发布单位”第 1 行：", "13800138000"),
        (body(来源网址="https://a.gov.cn/?tel=13800138000"), "“来源网址”第 1 行：", "13800138000"),
        (body(来源网址=f"https://a.gov.cn/{IDENTITY}"), "“来源网址”第 1 行：", IDENTITY),
        (
            body(
                来源网址="https://a.gov.cn/%E7%8A%AF%E7%BD%AA%E5%AB%8C%E7%96%91%E4%BA%BA%E7%8E%8B%E5%BB%BA%E5%9B%BD"
            ),
            "“来源网址”第 1 行：",
            "王建国",
        ),
        (body(地名拼音="zhang-jianguo"), "“地名拼音”第 1 行：", "zhang-jianguo"),
    ],
)
def test_a_form_on_a_person_is_refused(
    text: str, field: str, hidden: str, project: Path, submit: Callable[[object], str]
) -> None:
    said = submit(text)
    assert "表单里有不能公开的个人信息，什么都没有写入" in said
    assert field in said
    assert hidden not in said
    assert "Delete revision from history" in said
    assert not (project / "cases" / FOLDER).exists()


def test_a_title_on_a_person_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    runner = project.parent / "runner"
    issue = {"title": "报送案例：犯罪嫌疑人王建国", "body": body()}
    (runner / "event.json").write_text(json.dumps({"issue": issue}), encoding="utf-8")
    assert issue_form.main() == 1
    assert capsys.readouterr() == ("", "表单没有导入，原因写在评论里。\n")
    said = (runner / issue_form.MESSAGE).read_text(encoding="utf-8")
    assert "“议题标题”第 1 行：" in said
    assert "王建国" not in said
    assert not (project / "cases" / FOLDER).exists()


def test_a_draft_on_a_person_is_refused() -> None:
    with pytest.raises(FormError, match="“整理成的草稿”第 2 行：") as refusal:
        ensure_impersonal_drafts({"01.md": "---\n# 请核对，取自：“电话13800138000”\n"}, frozenset())
    assert "13800138000" not in str(refusal.value)


def test_a_comment_lists_so_many_and_no_more(submit: Callable[[object], str]) -> None:
    said = submit(in_text("\n".join(f"电话138001380{number:02}。" for number in range(30))))
    assert said.count("“通报全文”第") == 20
    assert "另有 10 处。" in said


def test_a_word_of_the_site_is_no_name(project: Path, submit: Callable[[object], str]) -> None:
    assert "“通报全文”第 10 行：" in submit(in_text("将王建国抓获。"))
    (project / "cases/words.txt").write_text("王建国\n", encoding="utf-8")
    assert submit(in_text("将王建国抓获。")) == ""


# What somebody writes stays what it is


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_publisher_is_a_text(attack: str, project: Path, submit: Callable[[object], str]) -> None:
    if not attack.isprintable():
        assert "“发布单位”" in submit(body(发布单位=attack))
        return
    assert submit(body(发布单位=attack)) == ""
    index = drafts(project)["index.md"]
    assert index["publisher"] == attack
    assert index["published"] == "2025-02-10"


@pytest.mark.parametrize("attack", [*ATTACKS, "x\x85publisher: y", "x\x0by", "```", "</textarea>"])
def test_a_text_is_a_text(attack: str, project: Path, submit: Callable[[object], str]) -> None:
    text = (
        f"{attack}\n{BULLETIN}\n{attack}\n\n三、{attack}案\n2024年6月，{attack}太原市公安局"
        f"侦破{attack}一案，抓获犯罪嫌疑人3名，{attack}涉案金额{attack}100万元。\n{attack}"
    )
    assert submit(body(通报全文=f"```text\n{text}\n```")) == ""
    assert drafts(project)["index.md"]["publisher"] == "太原市公安局"


def test_a_text_with_front_matter_of_its_own(
    project: Path, submit: Callable[[object], str]
) -> None:
    head = "---\ntitle: '典型案例：x'\ndate: 2020-01-01\nstatus: published\n"
    head += "url: https://evil.example.com\n---\n"
    assert submit(body(通报全文=f"```text\n{head}{BULLETIN}\n```")) == ""
    index = drafts(project)["index.md"]
    assert index["published"] == "2025-02-10"
    assert index["source_url"] == "https://gaj.example.gov.cn/a/1.html"
    assert "status" not in index


def test_a_text_that_holds_the_forms_own_headings(
    project: Path, submit: Callable[[object], str]
) -> None:
    text = (
        BULLETIN + "\n### 通报全文\n别的\n### 发布日期\n2020-01-01\n### 地名拼音\n../x\n### 不认识"
    )
    assert submit(body(通报全文=f"```text\n{text}\n```")) == ""
    assert drafts(project)["index.md"]["published"] == "2025-02-10"
    whole = body(通报全文=f"```text\n{text}\n```")
    assert form_of(whole, TODAY).text == text, "the last field takes everything to the end"


def test_a_fence_inside_the_text(project: Path, submit: Callable[[object], str]) -> None:
    text = BULLETIN.replace("\n\n二", "\n```\n### 发布日期\n```\n二")
    assert submit(body(通报全文=f"```text\n{text}\n```")) == ""
    assert len(drafts(project)) == 3


def test_an_error_quotes_nothing(
    submit: Callable[[object], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(text: str, published: str, offences: object) -> None:
        raise ValueError(f"::error::{text}")

    monkeypatch.setattr(issue_form, "_facts", break_down)
    said = submit(body())
    assert "程序出错（ValueError）" in said
    assert "::error" not in said


def test_an_event_that_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(project / "none.json"))
    assert issue_form.main() == 1
    said = (project.parent / "runner/import-message.md").read_text(encoding="utf-8")
    assert "程序出错（FileNotFoundError）" in said


@given(st.text(alphabet="`~x\n@# ", max_size=30))
def test_a_comment_cannot_be_broken_out_of(reason: str) -> None:
    said = comment(reason)
    fence = re.search(r"^(`+)text$", said, re.MULTILINE)
    assert fence
    assert fence[1] not in reason
    assert said.count(fence[1]) == 2


@given(st.text(max_size=400))
def test_any_body_is_a_form_or_refused(text: str) -> None:
    for whole in (text, body(发布单位=text), body(地名拼音=text), body(通报全文=text)):
        try:
            form = form_of(whole, TODAY)
        except FormError:
            continue
        else:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]+", form.folder)
            assert form.publisher.isprintable()


# The scripts of the workflow


def script(name: str) -> str:
    (job,) = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    (found,) = (step["with"]["script"] for step in job["steps"] if step.get("name") == name)
    return str(found)


def ran(name: str, github: str, temp: Path) -> dict[str, Any]:
    """What a script of the workflow says to GitHub, here a stand-in."""
    if not (node := shutil.which("node")):
        pytest.skip("没有 Node / no Node")
    program = f"""
    const said = {{ outputs: {{}}, comments: [] }};
    const context = {{ repo: {{ owner: "o", repo: "r" }}, payload: {{ issue: {{ number: 7 }} }} }};
    const core = {{ setOutput: (name, value) => {{ said.outputs[name] = value; }} }};
    const github = {{ rest: {github} }};
    (async () => {{ {script(name)} }})()
      .then(() => console.log(JSON.stringify(said)));
    """
    run = subprocess.run(
        [node, "-e", program],
        env={"RUNNER_TEMP": str(temp)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize(
    ("answer", "is_free"),
    [
        ('{ data: { commit: { committer: { login: "github-actions[bot]" } } } }', "true"),
        ('{ data: { commit: { committer: { login: "web-flow" } } } }', "false"),
        ("{ data: { commit: { committer: null } } }", "false"),
        ("(() => { throw { status: 404 }; })()", "true"),
    ],
)
def test_a_branch_is_left_alone_on_which_somebody_works(
    answer: str, is_free: str, tmp_path: Path
) -> None:
    asked = "said.comments.push(asked)"
    github = f"{{ repos: {{ getBranch: async (asked) => {{ {asked}; return {answer}; }} }} }}"
    said = ran("Skip a branch with commits of others", github, tmp_path)
    assert said["outputs"] == {"is-free": is_free}
    assert said["comments"] == [{"owner": "o", "repo": "r", "branch": "import/issue-7"}]


COMMENTING = "{ issues: { createComment: async (one) => { said.comments.push(one); } } }"


def test_the_comment_is_the_file(tmp_path: Path) -> None:
    text = comment("“`${process.exit(1)}`” ${{ x }} $(x)")
    (tmp_path / issue_form.MESSAGE).write_text(text, encoding="utf-8")
    (said,) = ran("Comment the reason", COMMENTING, tmp_path)["comments"]
    assert said == {"owner": "o", "repo": "r", "issue_number": 7, "body": text}


def test_a_comment_where_the_tool_left_none(tmp_path: Path) -> None:
    (said,) = ran("Comment the reason", COMMENTING, tmp_path)["comments"]
    assert said["body"].startswith("没有导入：程序没有运行完")
