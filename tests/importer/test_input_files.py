"""Input files: what arguments mean, what is left out, and what is refused without being read."""

from __future__ import annotations

import io
import os
import socket
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from casebook.importer import input_files
from casebook.importer.input_files import InputError, inputs_of
from casebook.importer.readers.source import LIMITS, Refusal
from casebook.texts import commands as texts

SMALL = replace(LIMITS, file_bytes=1 << 20)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def names_of(*arguments: str) -> list[str]:
    return [one.name for one in inputs_of(arguments).files]


def refusal_of(*arguments: str) -> str:
    with pytest.raises(InputError) as refusal:
        [one.read(SMALL) for one in inputs_of(arguments).files]
    return str(refusal.value)


def test_files_in_the_order_of_the_arguments() -> None:
    made("乙.txt", "甲.txt")
    files = inputs_of(["乙.txt", "甲.txt"]).files
    assert [(one.name, one.read()) for one in files] == [
        ("乙.txt", "乙.txt".encode()),
        ("甲.txt", "甲.txt".encode()),
    ]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    made("通报/1.txt", "通报/2.txt")
    assert names_of("通报/2.txt", "通报", "./通报/2.txt") == ["通报/2.txt", "通报/1.txt"]


def test_the_files_of_a_folder_in_natural_order() -> None:
    made("通报/10.txt", "通报/2.txt", "通报/1.txt", "通报/附/案例二.txt", "通报/附/案例一.txt")
    assert names_of("通报") == [
        "通报/1.txt",
        "通报/2.txt",
        "通报/10.txt",
        "通报/附/案例一.txt",
        "通报/附/案例二.txt",
    ]


def test_the_current_folder() -> None:
    made("1.txt")
    assert names_of(".") == ["1.txt"]


def test_what_a_folder_holds_beside_bulletins_is_named() -> None:
    made("甲/1.docx", "甲/.DS_Store", "甲/~$1.docx", "甲/.~1.wps", "甲/1.json", "甲/Thumbs.db")
    made("甲/desktop.ini", "甲/~WRL0001.tmp", "甲/.git/config", "甲/1.docx~")
    os.mkfifo("甲/pipe")
    Path("甲/lost.docx").symlink_to("nowhere")
    Path("甲/around").symlink_to(".")
    found = inputs_of(["甲"])
    assert [one.name for one in found.files] == ["甲/1.docx"]
    assert set(found.left_out) == {
        "甲/.DS_Store", "甲/~$1.docx", "甲/.~1.wps", "甲/1.json", "甲/Thumbs.db", "甲/desktop.ini",
        "甲/~WRL0001.tmp", "甲/.git/", "甲/1.docx~", "甲/pipe", "甲/lost.docx", "甲/around/",
    }  # fmt: skip


@pytest.mark.parametrize("ending", ["_files", ".files", "_文件"])
def test_the_pictures_and_scripts_of_a_saved_page_are_left_out(ending: str) -> None:
    made("甲/通报.html", f"甲/通报{ending}/a.js", f"甲/另外{ending}/b.txt")
    found = inputs_of(["甲"])
    assert {one.name for one in found.files} == {"甲/通报.html", f"甲/另外{ending}/b.txt"}
    assert found.left_out == (f"甲/通报{ending}/",)


def test_what_is_named_itself_is_never_left_out() -> None:
    made("1.json", ".hidden.txt")
    assert names_of("1.json", ".hidden.txt") == ["1.json", ".hidden.txt"]


def test_links_to_files_and_folders_are_legitimate() -> None:
    made("甲/1.txt")
    Path("file.txt").symlink_to("甲/1.txt")
    Path("folder").symlink_to("甲")
    assert names_of("file.txt") == ["file.txt"]
    assert names_of("folder") == ["folder/1.txt"]


def test_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbfx")))
    (one,) = inputs_of(["-", "-"]).files
    assert (one.name, one.read()) == ("标准输入", b"\xef\xbb\xbfx")


def test_a_standard_input_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
        assert (
            refusal_of("-")
            == "标准输入 超过 1 MB，不像一份通报，没有读取。请把正文复制到新文档再试。"
        )


def test_a_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (one,) = inputs_of(["-"]).files
    assert one.read() == b""


ADDRESS = "请先把网页保存下来：在浏览器里按 Ctrl+S 存成“网页，全部”，再导入存下的文件。"


@pytest.mark.parametrize(
    "address",
    [
        "https://mp.weixin.qq.com/s/AbC",
        "http://www.example.gov.cn",
        "HTTPS://example.com/通报.docx",
        "https：//example.com",
        "mp.weixin.qq.com/s?__biz=1",
        "www.example.gov.cn",
        "gaj.example.gov.cn:8080/2025/通报.html",
    ],
)
def test_the_address_of_a_web_page(address: str) -> None:
    assert refusal_of(address) == ADDRESS


def test_a_file_with_the_name_of_a_host() -> None:
    made("example.com", "a.example.cn/通报.txt")
    assert names_of("example.com", "a.example.cn/通报.txt") == [
        "example.com",
        "a.example.cn/通报.txt",
    ]


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("没有.docx", "没有.docx 打不开：文件不存在，或是一个失效的快捷方式。"),
        ("pipe", "pipe 是管道或设备，不是普通的文件，没有读取。请先存成文件再导入。"),
        ("/dev/zero", "/dev/zero 是管道或设备，不是普通的文件，没有读取。请先存成文件再导入。"),
        ("zeros.txt", "zeros.txt 是管道或设备，不是普通的文件，没有读取。请先存成文件再导入。"),
        ("socket", "socket 是管道或设备，不是普通的文件，没有读取。请先存成文件再导入。"),
        ("loop", "loop 打不开：快捷方式绕成了圈。"),
        ("空", "文件夹 空 里没有可以导入的文件。请写这一期通报的文件或文件夹。"),
        ("只有隐藏", "文件夹 只有隐藏 里没有可以导入的文件。请写这一期通报的文件或文件夹。"),
        ("large.txt", "large.txt 超过 1 MB，不像一份通报，没有读取。请把正文复制到新文档再试。"),
        ("", "“”不是文件名。请写通报文件的路径。"),
        ("a\0b", "“a?b”不是文件名。请写通报文件的路径。"),
        ("a\nb\x1b[1m", "a?b?[1m 打不开：文件不存在，或是一个失效的快捷方式。"),
    ],
)  # fmt: skip
def test_refusals(argument: str, said: str) -> None:
    os.mkfifo("pipe")
    Path("zeros.txt").symlink_to("/dev/zero")
    Path("loop").symlink_to("loop")
    Path("空/又空").mkdir(parents=True)
    made("只有隐藏/.txt")
    with Path("large.txt").open("wb") as file:
        file.truncate((1 << 20) + 1)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert refusal_of(argument) == said


def test_a_file_at_the_limit_is_read() -> None:
    Path("a.txt").write_bytes(bytes(SMALL.file_bytes))
    (one,) = inputs_of(["a.txt"]).files
    assert len(one.read(SMALL)) == SMALL.file_bytes


def test_a_pipe_that_takes_the_place_of_a_file_does_not_block() -> None:
    made("a.txt")
    (one,) = inputs_of(["a.txt"]).files
    Path("a.txt").unlink()
    os.mkfifo("a.txt")
    said: list[str] = []

    def read() -> None:
        with pytest.raises(InputError) as refusal:
            one.read()
        said.append(refusal.value.code)

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(5)
    assert said == ["no-file"]


def test_a_file_without_a_stated_size_is_bounded() -> None:
    """Files of the kernel state a size of 0."""
    (one,) = inputs_of(["/proc/self/maps"]).files
    assert len(one.read()) > 100
    with pytest.raises(InputError, match="超过 0 MB"):
        one.read(replace(LIMITS, file_bytes=100))


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_files, "MAX_FILES", 3)
    made(*(f"甲/{number}.txt" for number in range(4)))
    said = "{} 里的文件太多，一次最多导入 3 个。请只写这一期通报的文件。"
    assert refusal_of("甲") == said.format("甲")
    assert refusal_of(*(f"甲/{number}.txt" for number in range(4))) == said.format("甲/3.txt")
    assert len(names_of(*(f"甲/{number}.txt" for number in range(3)))) == 3


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_files, "MAX_ENTRIES", 5)
    made("甲/9.txt", *(f"甲/{number}.json" for number in range(4)))
    assert names_of("甲") == ["甲/9.txt"]
    Path("甲/a/b").mkdir(parents=True)
    assert refusal_of("甲") == "甲 里的文件太多，一次最多导入 200 个。请只写这一期通报的文件。"


@pytest.mark.skipif(os.geteuid() == 0, reason="管理员读得了任何文件 / root may read anything")
def test_a_folder_that_cannot_be_read() -> None:
    made("甲/乙/1.txt")
    Path("甲/乙").chmod(0)
    assert refusal_of("甲") == "甲/乙 打不开：没有权限。"
    Path("甲/乙").chmod(0o755)


def test_every_refusal_of_a_reader_has_words() -> None:
    assert {one.value for one in Refusal} == texts.table("UNREADABLE").keys()
