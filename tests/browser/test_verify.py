"""The page that tells whether a case is the site's, with scripts and without."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

CASE = "2024-09-12-taiyuan/01"
NONE = "2024-09-12-taiyuan/99"
EXAMPLE = "2024-09-01-shanxi/02"

PUBLISHED = {
    "status": "published",
    "id": EXAMPLE,
    "title": "<b>一起</b>案",
    "published": "2024-09-01",
    "bulletin": {"id": EXAMPLE[:-3], "source": "某地公安机关2024年9月1日通报", "title": "通报"},
}
WITHDRAWN = {
    "status": "withdrawn",
    "id": EXAMPLE,
    "date": "2024-12-01",
    "reason": "事实需要核实",
}
MOVED = {"status": "moved", "id": EXAMPLE, "moved_to": "2024-09-01-shanxi/03"}


def result(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator(".verify__result"))


def lines(page: Page) -> list[str]:
    expect(result(page)).not_to_have_attribute("data-state", "waiting")
    return result(page).locator("p").all_inner_texts()


def ask(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="案例编号").fill(text)
    page.get_by_role("button", name="核验", exact=True).click()


@pytest.fixture
def verify(open_page) -> Iterator[Page]:
    return open_page("verify/")


def answer(page: Page, body: object, status: int = 200) -> None:
    text = body if isinstance(body, str) else json.dumps(body)
    page.route(
        "**/api/v1/cases/**",
        lambda route: route.fulfill(status=status, body=text, content_type="application/json"),
    )


def test_a_case_of_the_site(verify, addressed):
    ask(verify, CASE)
    expect(result(verify)).to_have_attribute("data-state", "published")
    title = addressed.page(f"cases/{CASE}/").heading
    assert lines(verify)[:2] == ["本站有这起案例：", title]
    assert verify.url.endswith(f"verify/?id={quote(CASE, safe='')}")
    result(verify).get_by_role("link", name=title).click()
    expect(verify.get_by_role("heading", level=1)).to_have_text(title)


def test_a_case_page_leads_to_its_verification(open_page):
    page = open_page(f"cases/{CASE}/")
    page.get_by_role("link", name="核验这个编号").click()
    expect(page.get_by_role("textbox", name="案例编号")).to_have_value(CASE)
    expect(result(page)).to_have_attribute("data-state", "published")


FULL_WIDTH = "２０２４－０９－１２－ｔａｉｙｕａｎ／０１"


FORWARDED = [
    f"  {CASE}\n",
    FULL_WIDTH,
    CASE.upper(),
    "案例编号2024-09-12-taiyuan/01，请核对",
    "2024 - 09 - 12 - taiyuan / 01",
    "2024–09–12—taiyuan/01",
    "2 0 2 4-09-12-tai yuan/0 1",
    "\u200b2024-09-12-tai\u200byuan/01",
    "cases/2024-09-12-taiyuan/01/",
    f"转发：https://www.example.gov.cn/anli/cases/{CASE}/?from=chat#laws",
    "https://www.example.gov.cn/anli/verify/?id=2024-09-12-taiyuan%2F01",
    f"www.example.gov.cn/anli/cases/{CASE}/",
]


def states(page: Page, texts: list[str]) -> dict[str, str | None]:
    """What became of each text; the form is emptied in between, so that nothing is left over."""
    found = {}
    for text in texts:
        ask(page, text)
        expect(result(page)).not_to_be_empty()
        expect(result(page)).not_to_have_attribute("data-state", "waiting")
        found[text] = result(page).get_attribute("data-state")
        ask(page, "")
        expect(result(page)).to_be_empty()
    return found


def test_an_id_is_found_in_what_was_forwarded(verify):
    assert states(verify, FORWARDED) == dict.fromkeys(FORWARDED, "published")


def test_a_pasted_address_of_another_site_is_told(verify):
    hosts = {
        f"https://www.example.gov.cn.evil.com/anli/cases/{CASE}/": "www.example.gov.cn.evil.com",
        f"http://www.example.gov.cn@evil.com/cases/{CASE}/": "evil.com",
        f"打开evil.com/cases/{CASE}/看": "evil.com",
    }
    for text, host in hosts.items():
        ask(verify, text)
        expect(result(verify)).to_contain_text(f"您粘贴的网址是{host}的")
        expect(result(verify)).to_have_attribute("data-state", "foreign")
        assert lines(verify)[:2] == [
            f"注意：您粘贴的网址是{host}的，不是本站的网址。请只看本站的内容。",
            "本站有这起案例：",
        ]
        ask(verify, "")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            PUBLISHED,
            [
                "本站有这起案例：",
                "<b>一起</b>案",
                "来源：某地公安机关2024年9月1日通报。",
                "请点开核对。您收到的内容与本站不一样的，以本站为准。",
            ],
        ),
        (
            WITHDRAWN,
            [
                "本站已于2024年12月1日撤回这起案例，请不要再转发它的内容。",
                "原因：事实需要核实",
                "查看撤回说明",
            ],
        ),
        (MOVED, ["这起案例的编号改了，现在是2024-09-01-shanxi/03：", "查看现在的案例"]),
    ],
    ids=["published", "withdrawn", "moved"],
)
def test_what_the_site_knows(record, expected, verify, address):
    answer(verify, record)
    ask(verify, EXAMPLE)
    expect(result(verify)).to_have_attribute("data-state", record["status"])
    assert lines(verify) == expected
    found = record.get("moved_to", EXAMPLE)
    link = result(verify).get_by_role("link")
    assert link.evaluate("(link) => link.href") == f"{address}cases/{found}/"


def test_a_case_that_the_site_does_not_have(open_page, heard):
    page = open_page(f"verify/?id={NONE}")
    expect(result(page)).to_have_attribute("data-state", "none")
    assert lines(page) == [
        f"本站没有这个编号的案例（{NONE}）。编号可能写错了；"
        "如果有人拿着它说是本站发布的，请不要轻信。"
    ]
    # The browser itself notes what was not there.
    (noted,) = heard.console
    assert "404" in noted
    heard.console.clear()


def test_what_is_no_id_is_not_asked_for(verify, heard):
    texts = ["太原", "2024-09-12-taiyuan", "2024-09-12-taiyuan/1", "2024-09-12-taiyuan/01a"]
    texts += ["12024-09-12-taiyuan/01", "2024-09-12-taiyuan/../01", "<img src=x>"]
    texts += ["x" * 5000 + CASE]
    assert states(verify, texts) == dict.fromkeys(texts, "malformed")
    assert not [url for url in heard.requests if "/api/" in url]
    ask(verify, texts[0])
    assert lines(verify) == ["这里面没有案例编号。编号的样子是2025-02-10-shanxi/04，请再核对一遍。"]


BAD_ANSWERS = [
    ("<h1>an app's only page</h1>", 200),
    ("{}", 200),
    ({**PUBLISHED, "id": NONE}, 200),
    ({**PUBLISHED, "status": "constructor"}, 200),
    ({"status": "published", "id": EXAMPLE}, 200),
    ({**MOVED, "moved_to": "javascript:alert(1)"}, 200),
    ({**MOVED, "moved_to": f"../../{EXAMPLE}"}, 200),
    ("", 503),
]


def test_an_answer_that_is_none_says_so(verify, heard):
    for body, status in BAD_ANSWERS:
        answer(verify, body, status)
        ask(verify, EXAMPLE)
        assert_failed(verify)
        ask(verify, "")
        verify.unroute_all()
    (noted,) = heard.console
    assert "503" in noted
    heard.console.clear()


def test_no_network_says_so_and_the_next_try_may_work(verify, heard):
    verify.route("**/api/v1/cases/**", lambda route: route.abort())
    ask(verify, EXAMPLE)
    assert_failed(verify)
    heard.console.clear()
    verify.unroute("**/api/v1/cases/**")
    ask(verify, CASE)
    expect(result(verify)).to_have_attribute("data-state", "published")


def assert_failed(page: Page) -> None:
    expect(result(page)).to_have_attribute("data-state", "failed")
    assert lines(page) == ["没有核验成功，可能是网络不通。请稍后再试，或者查看案例列表。"]


def test_the_last_question_is_the_one_answered(verify):
    """A slow answer to an earlier question does not take the place of a later one."""
    held = []
    verify.route(f"**/api/v1/cases/{CASE}.json", lambda route: held.append(route))
    ask(verify, CASE)
    expect(result(verify)).to_have_attribute("data-state", "waiting")
    ask(verify, "")
    expect(result(verify)).to_be_empty()
    held[0].continue_()
    verify.wait_for_load_state("networkidle")
    expect(result(verify)).to_be_empty()


def test_nothing_is_said_before_a_question(verify):
    expect(result(verify)).to_be_empty()


def test_without_scripts_the_way_to_the_list_is_there(open_page):
    page = open_page(f"verify/?id={CASE}", scripts=False)
    expect(page.get_by_role("button", name="核验", exact=True)).to_be_hidden()
    expect(page.locator(".verify__case")).to_contain_text(
        "案例网址里“cases/”后面的部分就是编号，例如2025-02-10-shanxi/04。"
    )
    page.get_by_role("link", name="查看案例列表").click()
    expect(page).to_have_url(re.compile("/cases/$"))
