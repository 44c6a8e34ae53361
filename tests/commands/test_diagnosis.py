"""What the generator said as it gave up, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.commands.diagnosis import diagnosis

SETTINGS = "site_name: 案例\nuse_directory_urls: maybe\nfoo: 1\n"

TRACE = """\
INFO    -  Cleaning site directory
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "{root}/.venv/lib/site-packages/mkdocs/commands/build.py", line 268, in build
    config.plugins.on_pre_build(config=config)
{frames}  File "{root}/.venv/lib/site-packages/jinja2/environment.py", line 942, in handle
    raise rewrite_traceback_stack(source=source)
           ^^^^^^^^^^^^^^^^^^^^
{error}
"""
PAGE = "cases/2024-09-01-shanxi/01.md"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "mkdocs.yml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "WARNING -  Config value 'foo': Unrecognised configuration name: foo\n\n"
            "Aborted with 1 configuration warnings in 'strict' mode!\n",
            "mkdocs.yml:3:1: 没有“foo”这个设置。请核对写法，或删去它。",
        ),
        (
            "ERROR   -  Config value 'nav': Required configuration not provided.\n",
            "mkdocs.yml:1:1: 缺少“nav”这个设置。请补上。",
        ),
        (
            "ERROR   -  Config value 'use_directory_urls': Expected type: <class 'bool'>\n",
            "mkdocs.yml:2:1: 设置“use_directory_urls”不对（Expected type: <class 'bool'>）。"
            "请改正，或从版本库恢复设置文件。",
        ),
        (
            "Error: MkDocs encountered an error parsing the configuration file: no tag '!foo'\n"
            '  in "/somewhere/mkdocs.yml", line 46, column 12\n',
            "mkdocs.yml:46:12: 设置不对（no tag '!foo'）。请改正，或从版本库恢复设置文件。",
        ),
        (
            "INFO    -  Building documentation\nWARNING -  甲\nWARNING -  乙\n\nAborted with 2 w\n",
            "WARNING -  甲\nWARNING -  乙",
        ),
    ],
)
def test_what_is_said_of_settings_and_texts(config, said, line):
    assert diagnosis(said, config) == line


@pytest.mark.parametrize(
    ("frame", "error", "line"),
    [
        (
            "overrides/case.html",
            "jinja2.exceptions.TemplateSyntaxError: unexpected '}'",
            "模板 overrides/case.html 第 12 行有错误：unexpected '}'。"
            "请改正这个模板，或从版本库恢复。",
        ),
        (
            "overrides/case.html",
            "jinja2.exceptions.TemplateNotFound: 'a.html' not found in search paths: '/x'",
            "模板 overrides/case.html 第 12 行有错误：'a.html' not found。"
            "请改正这个模板，或从版本库恢复。",
        ),
        (
            "hooks/casebook/theme.py",
            "KeyError: 'x'",
            "程序 hooks/casebook/theme.py 第 12 行出错：'x'。"
            "改过程序或设置的，请改回；没有改过的，请把这段话告诉维护程序的人。",
        ),
        ("", "MemoryError", "生成程序出错：MemoryError。请把这段话告诉维护程序的人。"),
    ],
)
def test_a_traceback_becomes_a_place_and_a_reason(config, frame, error, line):
    root = config.parent
    frames = f'  File "{root}/{frame}", line 12, in top-level template code\n    x\n' * bool(frame)
    said = TRACE.format(root=root, frames=frames, error=error)
    assert diagnosis(said, config) == line
    assert diagnosis(said, config, PAGE) == f"{line}\n当时正在生成的页面：{PAGE}"
