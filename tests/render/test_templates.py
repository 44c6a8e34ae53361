"""What templates can use, and the style sheet put together from its parts."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment

from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.render.assets import assets, style_sheet
from casebook.render.templates import SiteContext, template_environment

ROOT = Path(__file__).parents[2]


def part(folder: Path, name: str, text: str) -> None:
    path = folder / "styles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# Styles


def test_the_parts_follow_each_other_by_name(tmp_path):
    for name in ("20-text.css", "10-tokens.css", "90-print.css"):
        part(tmp_path, name, f"/* {name} */\n")
    assert style_sheet([tmp_path]) == (
        "/* 10-tokens.css */\n\n/* 20-text.css */\n\n/* 90-print.css */\n"
    )


def test_the_parts_of_several_folders_follow_each_other_by_folder(tmp_path):
    part(tmp_path / "own", "90-last.css", "own")
    part(tmp_path / "other", "10-first.css", "other")
    assert style_sheet([tmp_path / "own", tmp_path / "other"]) == "own\nother"


def test_other_files_and_folders_without_styles_do_not_matter(tmp_path):
    part(tmp_path, "10-tokens.css", "甲")
    part(tmp_path, "README.md", "乙")
    part(tmp_path / "styles", "20-deep.css", "丙")
    assert style_sheet([tmp_path, tmp_path / "nothing"]) == "甲"
    assert style_sheet([]) == ""


def test_every_part_of_the_project_says_its_place():
    names = sorted(path.name for path in (ROOT / "overrides/styles").iterdir())
    assert names
    assert [name for name in names if not (name[:2].isdigit() and name.endswith(".css"))] == []
    assert len({name[:2] for name in names}) == len(names)


def test_the_folder_of_styles_and_scripts_is_named_by_their_content(tmp_path):
    part(tmp_path, "10-tokens.css", "a")
    (tmp_path / "share.js").write_text("b", encoding="utf-8")
    (tmp_path / "other.js").write_text("c", encoding="utf-8")

    def found(script: str) -> dict[str, bytes]:
        files = {"assets/js/share.js": tmp_path / script, "assets/favicon.svg": tmp_path / "none"}
        return assets(files, [tmp_path])

    style, script = found("share.js")
    folder = style.removesuffix("casebook.css")
    assert re.fullmatch("assets/[0-9a-f]{12}/", folder)
    assert found("share.js") == {style: b"a", script: b"b"}
    assert script == f"{folder}js/share.js"
    assert not next(iter(found("other.js"))).startswith(folder)


# Templates


def equipped(site_address: str = "") -> Environment:
    site_config = SiteConfig("案例", "", site_address)
    return template_environment([], SiteContext(site_config, Organisation(name="某局")))


def drawn(env: Environment, template: str, **values: object) -> str:
    return env.from_string(template).render(**values)


def test_templates_escape_everything():
    assert drawn(equipped(), "{{ text }}", text="<b>&") == "&lt;b&gt;&amp;"


def test_data_in_a_page_cannot_end_its_element():
    """The text is escaped for the script element, and Chinese stays readable."""
    made = drawn(equipped(), "{{ data | tojson }}", data={"b": "</script>案", "a": 1})
    assert made == '{"b": "\\u003c/script\\u003e案", "a": 1}'


def test_lines_of_statements_leave_nothing_behind():
    assert drawn(equipped(), "一\n  {% if true %}\n二\n  {% endif %}\n三") == "一\n二\n三"


def test_templates_know_who_answers_and_where_the_site_stands():
    template = "{{ organisation.name }} {{ site_address }} {{ site_domain }}"
    assert drawn(equipped("https://www.example.gov.cn:8443/anli/"), template) == (
        "某局 https://www.example.gov.cn:8443/anli/ www.example.gov.cn"
    )
    assert (
        drawn(equipped(), "{{ site_address }}|{% if site_domain %}{{ site_domain }}{% endif %}")
        == "|"
    )


def test_templates_can_draw_a_code():
    assert drawn(equipped(), "{{ qr_code('https://a.cn/', '本页') }}").startswith("<svg ")
