"""The argument parser of the command line, with Chinese texts."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from casebook.commands.exit_codes import MISUSED
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.problem import nearest
from casebook.editor.report import Format

GENERATORS = ("mkdocs", "properdocs")


class _Parser(argparse.ArgumentParser):
    """An argument parser with Chinese help and errors."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"{self.format_usage()}{_misuse(message)}\n")


def _misuse(message: str) -> str:
    """The Chinese text of an English message of argparse."""
    for pattern, text in _MISUSES:
        if match := pattern.search(message):
            found = [part.replace("'", "") for part in match.groups()]
            if pattern is _CHOICE:
                name, written, allowed = found[0], found[1], found[2].split(", ")
                text = text if name.startswith("-") else _OTHER_NAME
                listed = "、".join(allowed)
                return text.format(name, written, nearest(written, allowed), listed)
            return text.format(*(part.replace(", ", "、") for part in found))
    return "命令写得不对。请在后面加上 -h 查看写法。"


_CHOICE = re.compile(r"argument (.*): invalid choice: (.*) \(choose from (.*)\)")
_OTHER_NAME = "没有“{1}”这个{0}。{2}可用：{3}。"
_MISUSES = (
    (re.compile("arguments are required: (.*)"), "缺少：{0}。请补上。"),
    (_CHOICE, "{0} 不能写“{1}”。{2}可用：{3}。"),
    (re.compile("unrecognized arguments: (.*)"), "不认识“{0}”。请核对写法，或在后面加上 -h 查看。"),
    (re.compile("argument (.*): expected"), "{0} 后面缺少内容。请补上。"),
    (re.compile("argument (.*): invalid int value: (.*)"), "{0} 写的“{1}”不是整数。请写数字。"),
    (
        re.compile("ambiguous option: (.*?)(?:=.*)? could match (.*)"),
        "“{0}”没有写全，可能是：{1}。",
    ),
    (re.compile("argument (.*): ignored explicit argument (.*)"), "{0} 后面不能写“{1}”。请删去。"),
)
"""Patterns of English messages of argparse, and their Chinese texts."""


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; `command` in its result is a module of this package."""
    root = _Parser(prog="casebook", description="把典型案例通报做成网站。")
    names = root.add_subparsers(title="命令", required=True, metavar="命令", parser_class=_Parser)

    checking = names.add_parser("check", help="检查案例、通报和页面")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="文件", help="只报告这些文件或文件夹的问题"
    )
    checking.add_argument(
        "--paths-from", type=Path, metavar="名单", help="从名单里读这些文件，名字以 NUL 隔开"
    )
    checking.add_argument(
        "--format", choices=[form.value for form in Format], help="报告的形式，默认 text"
    )
    checking.set_defaults(command="check")

    _add_editing(names)

    building = names.add_parser("build", help="检查并生成网站")
    building.add_argument("--site-dir", type=Path, metavar="文件夹", help="网站放在哪里，默认 site")
    building.add_argument(
        "--generator", choices=GENERATORS, default=GENERATORS[0], help="用哪个生成器，默认 mkdocs"
    )
    building.add_argument(
        "--compress", action="store_true", help="另存压缩好的 .gz 和 .br，供服务器直接发送"
    )
    building.set_defaults(command="build")

    serving = names.add_parser("nginx", help="显示用 nginx 发布网站的配置")
    serving.add_argument(
        "--site-dir", type=Path, metavar="文件夹", help="网站在服务器的哪里，默认 site"
    )
    serving.add_argument("--server-name", metavar="主机名", help="默认取自网站的网址")
    serving.add_argument("--certificate", type=Path, metavar="文件", help="证书，写了就用 https")
    serving.add_argument("--key", type=Path, metavar="文件", help="证书的私钥")
    serving.add_argument("--no-brotli", action="store_true", help="服务器没有装 Brotli 模块时加上")
    serving.set_defaults(command="nginx")

    addressing = names.add_parser("addresses", help="对照登记过的网址，登记新的")
    addressing.add_argument("--site-dir", type=Path, metavar="文件夹", help="网站在哪里，默认 site")
    addressing.add_argument("--record", action="store_true", help="把新的网址登记下来")
    addressing.set_defaults(command="addresses")

    _add_verification(names)

    comparing = names.add_parser("changes", help="列出与另一份项目相比，公开的内容有什么变化")
    comparing.add_argument("base", type=Path, metavar="文件夹", help="另一份项目，如改动以前的")
    comparing.add_argument(
        "--format", choices=["text", "markdown"], default="text", help="默认 text"
    )
    comparing.set_defaults(command="changes")

    tables = names.add_parser("fields", help="更新编辑手册里的字段表")
    tables.add_argument("file", type=Path, metavar="文件", help="含有字段表标记的 Markdown 文件")
    tables.set_defaults(command="fields")

    schemas = names.add_parser("schema", help="更新编辑器用的 JSON Schema 和代码片段")
    schemas.add_argument("folder", type=Path, metavar="文件夹", help="JSON Schema 写在哪里")
    schemas.add_argument("--snippets", type=Path, metavar="文件", help="VS Code 代码片段写在哪里")
    schemas.set_defaults(command="schema")
    return root


def _add_verification(names: argparse._SubParsersAction[_Parser]) -> None:
    """The commands that verify a site: verify, links."""
    verifying = names.add_parser("verify", help="核对已发布的网站与文件清单是否一致")
    verifying.add_argument("target", metavar="网址或文件夹", help="网站首页的网址，或网站的文件夹")
    verifying.add_argument(
        "--manifest", type=Path, metavar="文件", help="可信的清单，默认用网站自己的 manifest.json"
    )
    verifying.set_defaults(command="verify")

    following = names.add_parser("links", help="检查网站上的站外链接能否打开")
    following.add_argument("folder", type=Path, metavar="文件夹", help="已生成的网站，如 site")
    following.set_defaults(command="links")

    for one in (verifying, following):
        one.add_argument(
            "--format", choices=["text", "markdown", "json"], default="text", help="默认 text"
        )


_WITHOUT_OPTION = {
    *("omitted", "allow", "figures", "related", "also_in", "updates", "corrections"),
    *("status", "withdrawn", "aliases"),
}
"""Multi-line and later fields, which editors write into the file instead."""


def _add_editing(names: argparse._SubParsersAction[_Parser]) -> None:
    """The commands for editors: new, import, fix, retire, status."""
    beginning = names.add_parser("new", help="新建一期通报或一个案例")
    kinds = beginning.add_subparsers(title="新建什么", dest="kind", required=True, metavar="种类")
    bulletin = kinds.add_parser("bulletin", help="一期通报")
    bulletin.add_argument("--slug", metavar="地名拼音", help="文件夹名里的地名，默认取自省份")
    case = kinds.add_parser("case", help="通报里的一个案例")
    case.add_argument("bulletin", metavar="通报", help="通报的文件夹名，如 2025-02-10-shanxi")
    case.add_argument("--number", type=int, metavar="编号", help="默认取第一个空着的编号")
    for kind, model in ((bulletin, BulletinFields), (case, CaseFields)):
        kind.add_argument("--no-input", action="store_true", help="不提问，没有给出的留空")
        for key, about in model.model_fields.items():
            if key not in _WITHOUT_OPTION:
                option = "--" + key.replace("_", "-")
                kind.add_argument(option, metavar=about.title, help=about.description)
    beginning.set_defaults(command="new")

    importing = names.add_parser("import", help="把通报变成案例草稿")
    importing.add_argument(
        "files",
        nargs="+",
        metavar="文件",
        help="通报：Word、WPS、PDF、OFD、网页、邮件、Excel 或文字；也可以是文件夹，- 是标准输入",
    )
    importing.add_argument(
        "--into", type=Path, metavar="文件夹", help="写入哪个文件夹，默认按发布日期和地名取名"
    )
    importing.add_argument(
        "--published", metavar="日期", help="发布日期，如 2025-02-10；与原文不同时以它为准"
    )
    importing.add_argument("--pictures", action="store_true", help="把原文的图片存到草稿旁边")
    importing.add_argument("--dry-run", action="store_true", help="只显示认出了什么，不写文件")
    importing.add_argument(
        "--format", choices=["text", "json"], default="text", help="与 --dry-run 同用，默认 text"
    )
    importing.set_defaults(command="importing")

    fixing = names.add_parser("fix", help="自动改好标点、错别字等拿得准的问题")
    fixing.add_argument("paths", nargs="*", type=Path, metavar="文件", help="只改这些文件或文件夹")
    fixing.add_argument("--dry-run", action="store_true", help="只显示会改什么，不写文件")
    fixing.set_defaults(command="fix")

    retiring = names.add_parser("retire", help="到保留期限的案例，写成撤回；列出要由编辑处理的")
    retiring.add_argument("--dry-run", action="store_true", help="只显示会改什么，不写文件")
    retiring.set_defaults(command="retire")

    status = names.add_parser("status", help="列出草稿、缺少的案例，以及超期、到期的复核和撤回")
    status.add_argument(
        "--format",
        choices=["text", "json", "markdown"],
        default="text",
        help="默认 text；markdown 是任务清单，没有待办时什么都不输出",
    )
    status.set_defaults(command="status")
