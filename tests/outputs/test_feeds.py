"""The feeds tell of every step of the cases in them, and of nothing that was taken down."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest
import time_machine

from casebook.content.url_ledger import ledger_text
from casebook.names.personal_data import personal_data
from casebook.outputs import feeds
from casebook.outputs.context import BuildContext
from casebook.outputs.feed import MAX_ITEMS, Feed, midnight, urn
from casebook.pages.site import plan_site

from ..sites.make import Content
from .contexts import ADDRESS, DESCRIPTION, NAME, context, small_content

FIRST, SECOND = "2024-09-01-shanxi/01", "2024-09-01-shanxi/02"
BULLETIN = "2024-09-01-shanxi涉网典型案例通报"
TITLE = "涉嫌有偿刷量控评2024-09-01-shanxi第01起案"
SUMMARY = "有人涉嫌在网上有偿点赞和评论，公安机关查明后依法办理了此案。"
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "事实有误"}}
LATER = {
    "updates": [
        {"date": "2024-11", "stage": "移送起诉", "note": "案件已移送检察机关。"},
        {"date": "2025-03-04", "stage": "提起公诉", "source_url": "https://example.org/1"},
    ],
    "corrections": [{"date": "2024-12-24", "note": "摘要里的日期写错了，已改正。"}],
}
SHANXI = (
    "taiyuan datong yangquan changzhi jincheng shuozhou jinzhong yuncheng xinzhou linfen lvliang"
)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return small_content(tmp_path)


def feeds_of(of: BuildContext) -> dict[str, bytes]:
    """All feeds by address; none is made twice."""
    made = list(feeds.files(of))
    assert len({address for address, _ in made}) == len(made)
    return dict(made)


def atom(content: bytes) -> Any:
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


Told = tuple[str, str, str, str | None, str]
"""The title, text and link of an entry, and when it was published, if known, and updated."""


def told(content: bytes) -> list[Told]:
    return [
        (entry.title, entry.summary, entry.link, entry.get("published"), entry.updated)
        for entry in atom(content).entries
    ]


def told_as_json(content: bytes) -> list[Told]:
    return [
        (
            *(item["title"], item["content_text"], item["url"]),
            item.get("date_published"),
            item["date_modified"],
        )
        for item in json.loads(content)["items"]
    ]


def titles(content: bytes) -> list[str]:
    return [entry.title for entry in atom(content).entries]


def ids(content: bytes) -> list[str]:
    return [entry.id for entry in atom(content).entries]


def day(text: str) -> str:
    return f"{text}T00:00:00+08:00"


def test_there_is_a_feed_of_the_site_of_each_place_and_of_each_group(content):
    content.case(FIRST, district="晋源区")
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case("2024-09-02-chongqing/01", city="重庆市", district="渝中区")
    places = [f"cities/{slug}/" for slug in ("shanxi", *SHANXI.split(), "chongqing")]
    folders = ["", *places, "offences/hacking/", "offences/posters/"]
    expected = {f"{folder}feed.{kind}" for folder in folders for kind in ("xml", "json")}
    assert set(feeds_of(context(content))) == expected


def test_every_page_of_a_list_that_has_a_feed_says_so(content):
    for number in range(1, 52):
        content.case(f"2024-09-01-shanxi/{number:02}", district="晋源区")
    of = context(content)
    offered = {page.address: page.feed for page in of.site.pages if page.feed}
    lists = ("cities/shanxi/", "cities/taiyuan/", "offences/posters/")
    nothing = [f"cities/{slug}/" for slug in SHANXI.split()[1:]]
    assert offered == {
        **{one: one for one in (*lists, *nothing, "offences/hacking/")},
        **{f"{one}page/2/": one for one in lists},
    }
    assert {f"{folder}feed.xml" for folder in offered.values()} <= feeds_of(of).keys()


def test_every_step_is_an_entry_the_newest_first(content):
    content.case(FIRST, **LATER)
    at = f"{ADDRESS}cases/{FIRST}/"
    expected = [
        (
            f"进展：{TITLE}（提起公诉）",
            "2025年3月4日，提起公诉。",
            f"{at}#updates",
            None,
            day("2025-03-04"),
        ),
        (
            f"更正：{TITLE}",
            "摘要里的日期写错了，已改正。",
            f"{at}#corrections",
            None,
            day("2024-12-24"),
        ),
        (
            f"进展：{TITLE}（移送起诉）",
            "2024年11月，移送起诉。案件已移送检察机关。",
            f"{at}#updates",
            None,
            day("2024-11-01"),
        ),
        (TITLE, SUMMARY, at, None, day("2024-09-01")),
    ]
    made = feeds_of(context(content))
    for folder in ("", "cities/shanxi/", "cities/taiyuan/", "offences/posters/"):
        assert told(made[f"{folder}feed.xml"]) == expected
        assert told_as_json(made[f"{folder}feed.json"]) == expected


def test_only_a_known_time_of_publication_is_told(content):
    content.case(FIRST, site_published="2024-10-08 10:30", **LATER)
    content.case(SECOND, site_published="2024-10-08 10:30", **WITHDRAWN)
    content.case("2024-09-03-shanxi/01")
    content.bulletin("2024-09-03-shanxi", site_published="2024-10-09 08:05")
    made = feeds_of(context(content))
    found = [(entry[0], entry[3]) for entry in told(made["feed.xml"]) if entry[3]]
    assert found == [
        (TITLE.replace("2024-09-01", "2024-09-03"), "2024-10-09T08:05:00+08:00"),
        (TITLE, "2024-10-08T10:30:00+08:00"),
    ]
    assert told(made["feed.xml"]) == told_as_json(made["feed.json"])


def test_each_feed_has_the_cases_of_its_list_alone(content):
    content.case(FIRST, city=["太原市", "大同市"])
    content.case(SECOND, city="全省", offence=["网络黑客", "网络水军"])
    first, second = TITLE, TITLE.replace("第01起", "第02起")
    made = feeds_of(context(content))
    found = {
        address.removesuffix("feed.xml"): titles(made[address])
        for address in made
        if address.endswith(".xml")
    }
    nothing = {f"cities/{slug}/": [] for slug in SHANXI.split()}
    assert found == nothing | {
        "": [first, second],
        "cities/shanxi/": [first, second],
        "cities/taiyuan/": [first],
        "cities/datong/": [first],
        "offences/posters/": [first, second],
        "offences/hacking/": [second],
    }


def test_both_forms_of_each_feed_tell_the_same(content):
    content.case(FIRST, **LATER)
    content.case(SECOND, **WITHDRAWN)
    for address in ("", ADDRESS):
        made = feeds_of(context(content, address))
        for name in (name for name in made if name.endswith(".xml")):
            other = json.loads(made[name.replace(".xml", ".json")])
            assert told(made[name]) == told_as_json(made[name.replace(".xml", ".json")])
            assert ids(made[name]) == [item["id"] for item in other["items"]]
            assert atom(made[name]).feed.title == other["title"]


def test_what_a_feed_says_of_itself(content):
    content.case(FIRST)
    made = feeds_of(context(content))
    whole, city = atom(made["feed.xml"]).feed, atom(made["cities/taiyuan/feed.xml"]).feed
    assert (whole.title, whole.subtitle, whole.author) == (NAME, DESCRIPTION, NAME)
    assert (whole.language, whole.updated) == ("zh-CN", day("2024-09-01"))
    assert "generator" not in whole
    assert (city.title, "subtitle" in city, city.author) == (f"{NAME}：太原市", False, NAME)
    assert [(link.rel, link.type, link.href) for link in city.links] == [
        ("alternate", "text/html", f"{ADDRESS}cities/taiyuan/"),
        ("self", "application/atom+xml", f"{ADDRESS}cities/taiyuan/feed.xml"),
    ]
    other = json.loads(made["cities/taiyuan/feed.json"])
    del other["items"]
    assert other == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{NAME}：太原市",
        "home_page_url": f"{ADDRESS}cities/taiyuan/",
        "feed_url": f"{ADDRESS}cities/taiyuan/feed.json",
        "language": "zh-CN",
        "authors": [{"name": NAME}],
    }


def test_the_author_is_the_organisation_where_one_is_named(content):
    content.case(FIRST)
    made = feeds_of(context(content, owner="某市公安局"))
    assert atom(made["feed.xml"]).feed.author == "某市公安局"
    assert json.loads(made["feed.json"])["authors"] == [{"name": "某市公安局"}]


def test_without_an_address_links_begin_at_the_folder_of_the_feed(content):
    content.case(FIRST, **LATER)
    made = feeds_of(context(content, address=""))
    found = {
        name: [link.href for link in atom(made[name]).feed.links] + [told(made[name])[0][2]]
        for name in ("feed.xml", "cities/taiyuan/feed.xml")
    }
    assert found == {
        "feed.xml": ["./", "feed.xml", f"cases/{FIRST}/#updates"],
        "cities/taiyuan/feed.xml": ["./", "feed.xml", f"../../cases/{FIRST}/#updates"],
    }


def test_a_feed_changed_with_its_newest_entry_and_an_empty_one_with_the_newest_bulletin(content):
    content.case(FIRST, **LATER)
    content.bulletin("2024-10-05-datong")
    made = feeds_of(context(content))
    found = {name: atom(made[f"{name}feed.xml"]).feed.updated for name in ("", "cities/datong/")}
    assert found == {"": day("2025-03-04"), "cities/datong/": day("2024-10-05")}


def test_a_site_without_bulletins_has_empty_feeds(content):
    content.case(FIRST)
    of = context(content)
    library = replace(of.library, bulletins=(), cases=())
    made = feeds_of(replace(of, library=library, site=plan_site(library)))
    assert set(made) == {
        f"{folder}feed.{kind}"
        for folder in ("", "offences/hacking/", "offences/posters/")
        for kind in ("xml", "json")
    }
    assert (told(made["feed.xml"]), atom(made["feed.xml"]).feed.updated) == ([], day("1970-01-01"))


def test_a_feed_holds_the_newest_fifty(content):
    for month in range(1, 7):
        for number in range(1, 11):
            content.case(f"2024-{month:02}-15-shanxi/{number:02}")
    expected = [
        f"涉嫌有偿刷量控评2024-{month:02}-15-shanxi第{number:02}起案"
        for month in range(6, 1, -1)
        for number in range(1, 11)
    ]
    made = feeds_of(context(content))
    assert len(expected) == MAX_ITEMS == 50
    for folder in ("", "cities/taiyuan/"):
        assert titles(made[f"{folder}feed.xml"]) == expected
        assert [one[0] for one in told_as_json(made[f"{folder}feed.json"])] == expected


# Ids


def test_ids_are_of_every_entry_its_own_and_the_same_on_every_host(content):
    content.case(FIRST, **LATER)
    content.case(SECOND, **WITHDRAWN)
    here, there, nowhere = (
        feeds_of(context(content, address)) for address in (ADDRESS, "https://a.example/", "")
    )
    for name in (name for name in here if name.endswith(".xml")):
        found = ids(here[name])
        assert len(set(found)) == len(found)
        assert found == ids(there[name]) == ids(nowhere[name])
    own = {name: atom(made).feed.id for name, made in here.items() if name.endswith(".xml")}
    assert len(set(own.values()) | set(ids(here["feed.xml"]))) == len(own) + len(
        ids(here["feed.xml"])
    )


def test_ids_never_change():
    """Programs of readers know entries by these; whoever changes them shows all of them anew."""
    assert urn("cases/2024-09-12-taiyuan/01/#published-1") == (
        "urn:uuid:469661fe-4f1a-5fa3-b420-f8cdde5538a3"
    )
    assert urn("feed") == "urn:uuid:0e5e442e-36c1-59ea-875c-cd726605a32d"


def test_ids_stay_when_a_file_or_its_folder_moves(content, tmp_path):
    content.case(FIRST, **LATER)
    before = ids(feeds_of(context(content))["feed.xml"])
    for number, (case_id, aliases) in enumerate(
        (
            ("2024-09-01-shanxi/09", {"aliases": [FIRST]}),
            ("2024-09-01-taiyuan/09", {"aliases": [FIRST, "2024-09-01-shanxi/09"]}),
        )
    ):
        other = small_content(tmp_path / f"moved-{number}")
        other.case(case_id, **LATER, **aliases)
        assert ids(feeds_of(context(other))["feed.xml"]) == before
    renamed = small_content(tmp_path / "renamed")
    renamed.case("2024-09-01-jinyuan/01", **LATER)
    renamed.bulletin("2024-09-01-jinyuan", aliases=["2024-09-01-shanxi"])
    assert ids(feeds_of(context(renamed))["feed.xml"]) == before


def test_cases_that_could_claim_one_former_id_keep_apart(content):
    content.case("2024-09-01-jinyuan/01")
    content.bulletin("2024-09-01-jinyuan", aliases=["2024-09-01-shanxi"])
    content.case("2024-09-01-datong/05", aliases=[FIRST])
    found = ids(feeds_of(context(content))["feed.xml"])
    assert len(set(found)) == 2


def test_no_id_looks_like_a_number_of_a_person():
    """The last inspection would refuse the site; chance alone makes one in two thousand so."""
    keys = (f"cases/2024-09-01-shanxi/{number}/#published-1" for number in range(10_000))
    assert [one for one in map(urn, keys) if list(personal_data(one))] == []


# What was taken down


def withdrawn_after(
    content: Content, **before: object
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The feeds before and after the first case was withdrawn."""
    secret = {
        "title": "涉嫌秘密的标题案",
        "summary": "这是秘密的摘要，撤回以后不得出现在任何地方，一个字也不行。",
        "agency": "秘密的办案单位",
        "city": "大同市",
        "district": "平城区",
        "offence": "网络黑客",
        **before,
    }
    content.case(SECOND)
    content.case(FIRST, body="## 案情\n\n秘密的正文。\n", **secret)
    told_before = feeds_of(context(content))
    content.case(FIRST, body="## 案情\n\n秘密的正文。\n", **secret, **WITHDRAWN)
    return told_before, feeds_of(context(content))


def test_a_withdrawn_case_is_replaced_wherever_it_was_told_of(content):
    later = {"updates": LATER["updates"][:1], "corrections": LATER["corrections"]}
    before, after = withdrawn_after(content, **later)
    text = "已撤回。日期：2025年1月2日。原因：事实有误"
    at, gone = f"{ADDRESS}cases/{FIRST}/", f"{BULLETIN}第1起案例（已撤回）"
    expected = [
        (f"撤回：{BULLETIN}第1起案例", text, at, None, day("2025-01-02")),
        (gone, text, at, None, day("2025-01-02")),
        (gone, text, at, None, day("2025-01-02")),
        (gone, text, at, None, day("2025-01-02")),
    ]
    for folder in ("cities/datong/", "offences/hacking/"):
        assert told(after[f"{folder}feed.xml"]) == expected
        assert ids(after[f"{folder}feed.xml"])[1:] == ids(before[f"{folder}feed.xml"])
        assert atom(after[f"{folder}feed.xml"]).feed.updated == day("2025-01-02")
    assert told(after["feed.xml"])[:4] == expected
    assert len(told(after["feed.xml"])) == 5


def test_no_word_of_a_withdrawn_case_is_left_in_any_feed(content):
    later = {"updates": [{"date": "2024-11", "stage": "移送起诉", "note": "秘密的进展"}]}
    later["corrections"] = [{"date": "2024-12-24", "note": "秘密的更正"}]
    before, after = withdrawn_after(content, **later)
    assert "秘密" in before["feed.xml"].decode()
    own = {"cities/datong/": "大同市", "offences/hacking/": "网络黑客"}
    for name, made in after.items():
        text = made.decode()
        words = ["秘密", "平城区", "移送起诉", "2024年11月"]
        folder = name.rpartition("/")[0]
        words += [word for at, word in own.items() if at != f"{folder}/"]
        assert [word for word in words if word in text] == [], name
    assert [entry for entry in after["feed.xml"].decode().split("<entry>") if "大同" in entry] == []


def test_however_old_a_case_is_its_withdrawal_replaces_what_was_told(content):
    for month in range(2, 8):
        for number in range(1, 11):
            content.case(f"2024-{month:02}-15-shanxi/{number:02}")
    content.case("2024-01-15-shanxi/01", **WITHDRAWN)
    found = titles(feeds_of(context(content))["feed.xml"])
    assert len(found) == 50
    assert [one for one in found if "2024-01-15" in one] == [
        "撤回：2024-01-15-shanxi涉网典型案例通报第1起案例",
        "2024-01-15-shanxi涉网典型案例通报第1起案例（已撤回）",
    ]


def test_a_draft_is_in_no_feed_even_in_a_preview(content):
    content.case(FIRST)
    content.case(SECOND, status="draft", title="涉嫌草稿里的标题案")
    for with_drafts in (False, True):
        for name, made in feeds_of(context(content, with_drafts=with_drafts)).items():
            assert "草稿" not in made.decode(), name


def record(content, *addresses: str) -> None:
    (content.cases / "addresses.txt").write_text(ledger_text(addresses), encoding="utf-8")


def test_a_list_that_is_gone_answers_with_a_feed_that_tells_of_withdrawals_alone(content):
    content.case(FIRST, **WITHDRAWN)
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case("2024-09-02-chongqing/01", city="重庆市")
    assert "cities/taiyuan/feed.xml" not in feeds_of(context(content))
    ever = ("cities/taiyuan/", "cities/lanzhou/", "dates/2020/")
    record(content, *ever, "cities/taiyuan/feed.xml", "cities/lanzhou/feed.xml")
    made = feeds_of(context(content))
    assert titles(made["cities/taiyuan/feed.xml"]) == [
        f"撤回：{BULLETIN}第1起案例",
        f"{BULLETIN}第1起案例（已撤回）",
    ]
    parsed = atom(made["cities/lanzhou/feed.xml"])
    assert (parsed.feed.title, parsed.entries) == (NAME, [])
    assert parsed.feed.updated == day("2024-09-02")
    assert json.loads(made["cities/lanzhou/feed.json"])["items"] == []
    assert "dates/2020/feed.xml" not in made


def test_the_feed_of_a_group_that_moved_goes_on_at_its_former_address(content):
    content.offence("hacking", "网络黑客", moved_from=["offences/intrusion/"])
    content.case(FIRST, offence="网络黑客")
    record(content, "offences/intrusion/", "offences/intrusion/feed.xml")
    made = feeds_of(context(content))
    former, today = (atom(made[f"offences/{slug}/feed.xml"]) for slug in ("intrusion", "hacking"))
    assert [one.id for one in former.entries] == [one.id for one in today.entries] != []
    assert former.feed.title == today.feed.title == f"{NAME}：网络黑客"


# Form

HOSTILE = "<script>alert(1)</script>&amp;]]><![CDATA[x]]>涉嫌某事案"


def test_hostile_texts_stay_text(content):
    content.case(
        FIRST,
        title=HOSTILE,
        summary=f"{HOSTILE}，这里再写几个字，凑够摘要要求的字数。",
        corrections=[{"date": "2024-12-24", "note": HOSTILE}],
    )
    made = feeds_of(context(content, name=f"{HOSTILE}网", description=HOSTILE))
    xml = made["feed.xml"].decode()
    assert "<script" not in xml
    assert "<![CDATA" not in xml
    assert [(one[0], one[1]) for one in told_as_json(made["feed.json"])] == [
        (f"更正：{HOSTILE}", HOSTILE),
        (HOSTILE, f"{HOSTILE}，这里再写几个字，凑够摘要要求的字数。"),
    ]
    raw = feedparser.parse(made["feed.xml"], sanitize_html=False, resolve_relative_uris=False)
    assert not raw.bozo
    assert [entry.title for entry in raw.entries] == [f"更正：{HOSTILE}", HOSTILE]


def test_quotation_marks_and_line_breaks_come_back_as_they_were(content):
    content.case(FIRST, title='涉嫌“刷量”与"控评"案')
    description = "一行\r\n又一\t行"
    xml = feeds_of(context(content, description=description))["feed.xml"].decode()
    root = ElementTree.fromstring(xml)
    assert root.findtext("{*}subtitle") == description
    assert root.findtext("{*}entry/{*}title") == '涉嫌“刷量”与"控评"案'
    assert '与"控评"案</title>' in xml


@pytest.mark.parametrize(
    ("address", "folder", "expected"),
    [
        ("cases/2024-09-01-shanxi/01/#updates", "", "cases/2024-09-01-shanxi/01/#updates"),
        ("cases/2024-09-01-shanxi/01/", "cities/taiyuan/", "../../cases/2024-09-01-shanxi/01/"),
        ("cities/taiyuan/", "cities/taiyuan/", "./"),
        ("cities/taiyuan/feed.xml", "cities/taiyuan/", "feed.xml"),
        ("", "", "./"),
        ("feed.xml", "", "feed.xml"),
    ],
)
def test_ways_from_the_folder_of_a_feed(address, folder, expected):
    made = Feed(folder, "", "", "", midnight(date(2024, 9, 1)), (), root=None)
    assert made.link(address) == expected
    assert replace(made, root=ADDRESS).link(address) == f"{ADDRESS}{address}"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_left_out(content, character):
    content.case(FIRST)
    for text in (f"某{character}地", f"{character}"):
        made = feeds_of(context(content, name=f"{text}网", description=text))
        assert atom(made["feed.xml"]).feed.title == f"{text}网".replace(character, "")
        assert json.loads(made["feed.json"])["title"] == f"{text}网".replace(character, "")


URL = {"type": "string", "minLength": 1}
MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
TEXT = {"type": "string"}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": URL, "avatar": URL},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
JSON_FEED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": URL,
        "feed_url": URL,
        "description": TEXT,
        "user_comment": TEXT,
        "next_url": URL,
        "icon": URL,
        "favicon": URL,
        "authors": AUTHORS,
        "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "expired": {"type": "boolean"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": URL,
                    "external_url": URL,
                    "title": TEXT,
                    "content_html": TEXT,
                    "content_text": TEXT,
                    "summary": TEXT,
                    "image": URL,
                    "banner_image": URL,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                    "language": TEXT,
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""JSON Feed 1.1, written after its specification; attachments, hubs and extensions left out."""


def test_json_feeds_keep_to_the_specification(content):
    content.case(FIRST, **LATER)
    content.case(SECOND, **WITHDRAWN)
    jsonschema.Draft202012Validator.check_schema(JSON_FEED)
    validator = jsonschema.Draft202012Validator(JSON_FEED)
    made = feeds_of(context(content))
    found = {
        name: [error.message for error in validator.iter_errors(json.loads(text))]
        for name, text in made.items()
        if name.endswith(".json")
    }
    assert set(map(len, found.values())) == {0}, found
    assert not validator.is_valid({**json.loads(made["feed.json"]), "items": [{"id": 1}]})


def test_the_bytes_do_not_depend_on_the_clock(content):
    content.case(FIRST, **LATER)
    with time_machine.travel("2026-01-02T03:04:05Z"):
        first = feeds_of(context(content))
    with time_machine.travel("2031-05-06T07:08:09Z"):
        assert feeds_of(context(content)) == first


def test_the_days_of_a_feed_never_grow(content):
    for number, month in enumerate((3, 12, 7), 1):
        content.case(f"2024-{month:02}-01-shanxi/{number:02}", **LATER)
    made = feeds_of(context(content))["feed.xml"]
    days = [date.fromisoformat(entry[4][:10]) for entry in told(made)]
    assert all(newer >= older for newer, older in pairwise(days))
