"""What comes out of the printer: a case on one sheet, a poster on one sheet of its size."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from ..corpus.facts import FACTS
from ..sites.building import ADDRESS

POINTS_PER_MM = 72 / 25.4
SHEETS = {"a3": (297, 420), "a4": (210, 297)}

GROUPS = (
    "personal-info",
    "online-rumor",
    "paid-posters",
    "hacking",
    "online-gambling",
    "online-vice",
    "cyber-underground",
    "telecom-fraud",
    "online-abuse",
    "covert-filming",
    "platform-duty",
    "online-extortion",
    "economic-crime",
    "ip-counterfeit",
    "other-online",
)


@pytest.fixture
def on_paper(visit) -> Iterator[Page]:
    """The shared page as a printer sees it."""

    def shown(address: str) -> Page:
        page = visit(address)
        page.emulate_media(media="print")
        return page

    return shown


def sheets(page: Page) -> list[tuple[int, int]]:
    """The sheets that a page is printed on, in whole millimetres."""
    render_page = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    return [
        (
            round(float(sheet.mediabox.width) / POINTS_PER_MM),
            round(float(sheet.mediabox.height) / POINTS_PER_MM),
        )
        for sheet in render_page.pages
    ]


def printed_text(page: Page) -> str:
    return page.locator("body").inner_text()


def code_on(page: Page, selector: str) -> list[str]:
    """What a telephone reads in the QR code that is printed."""
    picture = Image.open(BytesIO(page.locator(selector).screenshot()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.id)
def test_a_case_takes_one_sheet_of_a4(on_paper, facts):
    assert sheets(on_paper(f"cases/{facts.id}/")) == [SHEETS["a4"]]


def test_a_printed_case_has_what_a_notice_board_needs(on_paper):
    page = on_paper("cases/2024-09-12-taiyuan/01/")
    address = f"{ADDRESS}cases/2024-09-12-taiyuan/01/"
    text = printed_text(page)
    wanted = ["网络违法犯罪典型案例", "王某某等人涉嫌侵犯公民个人信息案", "未经人民法院依法判决"]
    wanted += [
        "演示网站，不是政府网站",
        "防范提示",
        "110",
        "96110",
        "来源：媒体对太原市公安局2024年9月12日通报的报道",
        "扫码打开本页",
        address,
    ]
    assert [words for words in wanted if words not in text] == []
    unwanted = ["相关案例", "法律怎么规定", "复制链接", "高对比", "网站地图", "下一起"]
    assert [words for words in unwanted if words in text] == []
    assert code_on(page, ".case > .qr-dialog svg") == [address]


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_poster_fills_one_sheet_of_its_size(on_paper, group, size):
    page = on_paper(f"posters/{group}/{size}/")
    assert sheets(page) == [SHEETS[size]]
    height = page.locator(".poster").bounding_box()["height"]
    assert height / (SHEETS[size][1] / 25.4 * 96) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("group", GROUPS)
def test_a_poster_leads_to_its_group(on_paper, group):
    page = on_paper(f"posters/{group}/a4/")
    text = printed_text(page)
    assert [words for words in ("防范提示", "110", "扫码看案例") if words not in text] == []
    assert [words for words in ("跳到正文", "检索", "网站地图") if words in text] == []
    assert code_on(page, ".poster__code svg") == [f"{ADDRESS}offences/{group}/"]


def test_a_poster_of_a3_is_that_of_a4_made_larger(on_paper):
    """Line for line: the same words end every line on both."""

    def lines(size: str) -> str:
        return on_paper(f"posters/personal-info/{size}/").locator(".poster").inner_text()

    def tops(size: str) -> list[float]:
        boxes = on_paper(f"posters/personal-info/{size}/").locator(".poster li").all()
        return [round(box.bounding_box()["y"] / SHEETS[size][1], 2) for box in boxes]

    assert lines("a3") == lines("a4")
    assert tops("a3") == pytest.approx(tops("a4"), abs=0.02)


def test_the_code_in_the_dialog_can_be_read(open_page):
    page = open_page("cases/2024-09-12-taiyuan/01/")
    page.get_by_role("button", name="二维码").click()
    address = f"{ADDRESS}cases/2024-09-12-taiyuan/01/"
    assert code_on(page, "#qr svg") == [address]
