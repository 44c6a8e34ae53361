"""`casebook import` as an editor meets it: what is printed, what is written, what is refused."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from PIL import Image

from casebook.cli import main

BULLETIN = """\
大同市公安局通报2起打击网络谣言典型案例

2024年6月1日

今年以来，大同公安机关依法打击网络谣言违法犯罪活动，现通报如下：

案例一：李某编造停水消息案

2024年4月9日，大同市公安局平城分局发现，李某在网上编造停水消息。李某被依法行政拘留。

案例二：

近日，警方抓获犯罪嫌疑人王某某等4人，非法获利3万余元，该团伙编造虚假信息并广泛传播。
"""
FOLDER = "cases/2024-06-01-datong"
NAMED = "cases/2024-07-02-datong"


@pytest.fixture
def bulletin(project: Path) -> Path:
    """A bulletin beside a project whose folder of that day and place is free."""
    file = project / "通报.txt"
    file.write_text(BULLETIN.replace("6月1日", "7月2日"), encoding="utf-8")
    return file


def render_page(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    out, err = capsys.readouterr()
    return out.splitlines(), err.splitlines()


def test_a_bulletin_becomes_a_folder(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(bulletin)]) == 0
    assert render_page(capsys) == (
        [
            f"已写入 {NAMED}：通报 1 期，案例草稿 2 起。",
            "  index.md  大同市公安局通报2起打击网络谣言典型案例",
            "  01.md  李某编造停水消息案",
            "  02.md  （无标题）  待补：标题、发现或侦破日期",
            "没有写进案例的原文 1 处、9 字：发布信息1处。",
            f"接下来：逐个核对草稿里以 # 开头的提示，再运行 casebook check {NAMED}。",
        ],
        [],
    )
    assert sorted(path.name for path in (project / NAMED).iterdir()) == [
        "01.md",
        "02.md",
        "index.md",
    ]


def test_nothing_is_overwritten(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / NAMED).mkdir()
    (project / NAMED / "02.md").write_text("我的修改", encoding="utf-8")
    assert main(["import", str(bulletin)]) == 2
    assert render_page(capsys) == (
        [],
        [f"这些文件已经存在，没有写入任何文件：{NAMED}/02.md。请用 --into 换一个文件夹。"],
    )
    assert [path.name for path in (project / NAMED).iterdir()] == ["02.md"]
    assert (project / NAMED / "02.md").read_text(encoding="utf-8") == "我的修改"


def test_a_dry_run_writes_nothing(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(bulletin), "--dry-run"]) == 0
    assert render_page(capsys)[0][0] == f"会写入 {NAMED}（现在什么都没有写）："
    assert not (project / NAMED).exists()


def test_a_dry_run_as_json(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(bulletin), "--dry-run", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["bulletin"]["published"] == "2024-07-02"
    assert [case["title"] for case in found["cases"]] == ["李某编造停水消息案", None]
    assert not (project / NAMED).exists()


def test_into_another_folder(project: Path, bulletin: Path) -> None:
    assert main(["import", str(bulletin), "--into", "cases/2024-07-03-pingcheng"]) == 0
    assert (project / "cases/2024-07-03-pingcheng/01.md").is_file()


def test_several_files_are_imported_though_one_is_refused(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = project / "later.txt"
    later.write_text(BULLETIN.replace("6月1日", "7月3日"), encoding="utf-8")
    (project / "空.txt").touch()
    assert main(["import", str(bulletin), "空.txt", "later.txt"]) == 2
    assert render_page(capsys)[1] == ["空.txt 里没有文字，或文件已损坏。请重新保存一份。"]
    assert (project / NAMED / "01.md").is_file()
    assert (project / NAMED.replace("07-02", "07-03") / "02.md").is_file()


def test_several_files_as_json_are_a_list(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "later.txt").write_text(BULLETIN, encoding="utf-8")
    names = [str(bulletin), "later.txt"]
    assert main(["import", *names, "--dry-run", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["file"], len(one["cases"])) for one in found] == [(names[0], 2), (names[1], 2)]


def test_the_standard_input_is_a_file(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = BULLETIN.replace("6月1日", "7月2日").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["import", "-"]) == 0
    assert (project / NAMED / "02.md").is_file()


def test_a_dry_run_shows_what_is_left_out(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = bulletin.read_text(encoding="utf-8")
    end = "警方提示：不信谣，不传谣。\n\n相关阅读\n\n警方抓获嫌疑人5名\n"
    bulletin.write_text(f"{text}\n{end}", encoding="utf-8")
    assert main(["import", str(bulletin), "--dry-run"]) == 0
    out, _ = render_page(capsys)
    assert out[4:] == [
        "没有写进案例的原文 4 处、35 字：相关阅读与推广2处、发布信息1处、提示、法条与联系方式1处。",
        "  [发布信息] 第3行：2024年7月2日",
        "  [提示、法条与联系方式] 第15行：警方提示：不信谣，不传谣。",
        "  [相关阅读与推广] 第17行：相关阅读",
        "  [相关阅读与推广] 第19行：警方抓获嫌疑人5名",
        "注意：这一处没有写进案例，可能是案情（相关阅读与推广，第19行）：警方抓获嫌疑人5名",
    ]


def test_a_case_that_is_missing_is_told(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BULLETIN.replace("通报2起", "通报3起").replace("案例二：", "案例三：")
    bulletin.write_text(text.replace("6月1日", "7月2日"), encoding="utf-8")
    assert main(["import", str(bulletin)]) == 0
    assert sorted(path.name for path in (project / NAMED).iterdir()) == [
        "01.md",
        "03.md",
        "index.md",
    ]
    assert [line for line in render_page(capsys)[0] if line.startswith("注意：")] == [
        "注意：通报说有 3 起案例，这里认出 2 起，请对照原文。",
        "注意：没有读到编号 02 的案例，请对照原文。",
    ]


def test_pictures_are_copied_when_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for text in BULLETIN.replace("6月1日", "7月2日").split("\n\n"):
        document.add_paragraph(text)
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(picture, "PNG")
    document.add_picture(picture)
    document.save(project / "通报.docx")
    assert main(["import", "通报.docx", "--pictures"]) == 0
    copied = [line for line in render_page(capsys)[0] if "图片" in line]
    assert len(copied) == 1
    assert copied[0].startswith("已把图片 1 张存到草稿旁边，拍摄信息已去掉：")
    (file,) = [path for path in (project / NAMED).iterdir() if path.suffix != ".md"]
    assert Image.open(file).size == (40, 30)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["没有.txt"], "没有.txt 打不开：文件不存在，或是一个失效的快捷方式。"),
        (["幻灯片.txt"], "幻灯片.txt 的格式不支持。能导入的是 Word、WPS、RTF、ODT、PDF、OFD、网页、邮件、.xlsx 和文字；请用原来的软件另存为其中一种，如 .docx。"),
        (["空文件夹"], "文件夹 空文件夹 里没有可以导入的文件。请写这一期通报的文件或文件夹。"),
        (["https://mp.weixin.example/s/1"], "请先把网页保存下来：在浏览器里按 Ctrl+S 存成“网页，全部”，再导入存下的文件。"),
        (["菜谱.txt", "无日期.txt", "--into", "cases/2024-07-03-pingcheng"], "--into 只能与一份通报同用，这里有 2 份。"),
        (["空.txt"], "空.txt 里没有文字，或文件已损坏。请重新保存一份。"),
        (["乱码.txt"], "乱码.txt 的编码认不出来。请用编辑器打开，另存为 UTF-8。"),
        (["菜谱.txt"], "在 菜谱.txt 里没有认出案例。请确认它是案例通报；也可以用 casebook new 逐个新建。"),
        (["无日期.txt"], "原文没有写明发布日期，无法给文件夹命名。请加上 --published，如 --published 2025-02-10。"),
        (["无日期.txt", "--published", "2024"], "--published 写的“2024”不是完整日期。请写到日：这里只有年，还缺几月几号，写成 2024-04-09 这样。"),
        (["无日期.txt", "--into", "cases/通报"], "“通报”不能作通报文件夹的名字。请写成“发布日期-地名拼音”，如 2025-02-10-shanxi。"),
    ],
)  # fmt: skip
def test_refusals(
    arguments: list[str], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "空.txt").touch()
    (project / "乱码.txt").write_bytes("通报".encode("gb18030") + b"\xff\xff")
    (project / "幻灯片.txt").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(40))
    (project / "空文件夹").mkdir()
    (project / "菜谱.txt").write_text("西红柿炒鸡蛋。\n先打两个鸡蛋。\n", encoding="utf-8")
    (project / "无日期.txt").write_text(BULLETIN.replace("2024年6月1日", ""), encoding="utf-8")
    before = sorted(project.rglob("*"))
    assert main(["import", *arguments]) == 2
    assert render_page(capsys) == ([], [said])
    assert sorted(project.rglob("*")) == before


def test_the_date_of_the_editor_names_the_folder(project: Path) -> None:
    (project / "无日期.txt").write_text(BULLETIN.replace("2024年6月1日", ""), encoding="utf-8")
    assert main(["import", "无日期.txt", "--published", "2024-08-09"]) == 0
    assert (project / "cases/2024-08-09-datong/index.md").is_file()


def test_a_count_that_differs_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "通报.txt").write_text(BULLETIN.replace("2起", "3起"), encoding="utf-8")
    assert main(["import", "通报.txt", "--into", "cases/2024-07-02-x"]) == 0
    assert "注意：通报说有 3 起案例，这里认出 2 起，请对照原文。" in capsys.readouterr().out


def test_a_full_disk_leaves_nothing_behind(
    project: Path,
    bulletin: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened = Path.open

    def full(path: Path, *arguments: object, **settings: object) -> object:
        if path.name == "02.md":
            raise OSError(28, "No space left on device")
        return opened(path, *arguments, **settings)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(Path, "open", full)
    assert main(["import", str(bulletin)]) == 2
    assert render_page(capsys)[1] == [f"写不进 {NAMED}：磁盘已满。没有留下任何文件。"]
    assert not (project / NAMED).exists()


def test_drafts_are_checked_like_any_case(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(bulletin)])
    capsys.readouterr()
    assert main(["check", NAMED]) == 1
    out, _ = render_page(capsys)
    assert [line.split(": ", 1)[0] for line in out if "administrative-person" in line] != []
    assert (
        f"{NAMED}/02.md:3:7: 还没有填写：标题（title）、发现或侦破日期（date）。请每项写一行，把内容写在冒号后面。"
        in out
    )


def test_a_bulletin_on_a_person_stays_on_the_machine_with_a_notice(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = bulletin.read_text(encoding="utf-8").replace(
        "王某某等4人", "王建国等4人，手机13800138000"
    )
    bulletin.write_text(text, encoding="utf-8")
    assert main(["import", str(bulletin)]) == 0
    out, err = render_page(capsys)
    assert err == []
    assert not any("王建国" in line or "13800138000" in line for line in out)
    (notice,) = [line for line in out if line.startswith("注意：")]
    assert notice.endswith("先照 casebook check 的提示改好，再提交。")
    draft = (project / NAMED / "02.md").read_text(encoding="utf-8")
    assert "王建国" in draft
    notes = [line for line in draft.splitlines() if line.startswith("# ")]
    assert "# 请核对：原文的这一句写有人，没有摘录，请对照正文" in notes
    assert not any("王建国" in note for note in notes)


def test_notes_of_a_sealed_case_quote_nobody(project: Path, bulletin: Path) -> None:
    assert main(["import", str(bulletin)]) == 0
    draft = (project / NAMED / "01.md").read_text(encoding="utf-8")
    notes = [line for line in draft.splitlines() if line.startswith("# ")]
    assert not any("李某" in note for note in notes)


def test_a_folder_called_after_a_person_is_refused(
    project: Path, bulletin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "cases/2024-07-02-zhangjianguo"
    assert main(["import", str(bulletin), "--into", str(folder)]) == 2
    assert render_page(capsys) == (
        [],
        ["文件夹名里有姓名或号码，它会成为网址的一部分，没有写入。日期后面请写地名的拼音。"],
    )
    assert not folder.exists()
