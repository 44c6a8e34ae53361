"""Handing a page on: its link, its QR code, the device's own sharing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ..sites.building import ADDRESS
from .looking import COLOUR_RULES, LEAST_TARGET, broken_rules, low_targets, overflow

CASE = "cases/2024-09-12-taiyuan/01/"
LINK = ADDRESS + CASE
COPIED = "链接已复制，可以粘贴到微信里。"

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", {
  value: { writeText(text) { window.copied = text; return Promise.resolve(); } },
});
"""
REFUSING_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", {
  value: { writeText() { return Promise.reject(new DOMException("no", "NotAllowedError")); } },
});
"""


def sharing(error: str = "") -> str:
    result = f"Promise.reject(new DOMException('', '{error}'))" if error else "Promise.resolve()"
    return f"""
    navigator.canShare = () => true;
    navigator.share = (data) => {{ window.shared = data; return {result}; }};
    """


def button(page: Page, action: str):
    return page.locator(f".share [data-do={action}]")


def status(page: Page):
    return page.locator(".share [role=status]")


def test_the_link_is_copied_with_the_clipboard(open_page):
    page = open_page(CASE, before=CLIPBOARD)
    button(page, "copy").click()
    expect(status(page)).to_have_text(COPIED)
    assert page.evaluate("copied") == LINK


def test_the_link_really_gets_into_the_clipboard(open_page):
    page = open_page(CASE, phone=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button(page, "copy").click()
    expect(status(page)).to_have_text(COPIED)
    assert page.evaluate("navigator.clipboard.readText()") == LINK


def test_old_browsers_copy_in_the_old_way(open_page):
    page = open_page(CASE, phone=False, before=NO_CLIPBOARD)
    button(page, "copy").click()
    expect(status(page)).to_have_text(COPIED)
    assert page.locator("textarea").count() == 0
    expect(button(page, "copy")).to_be_focused()
    field = page.get_by_role("searchbox").first
    field.press("Control+v")
    expect(field).to_have_value(LINK)


def test_where_nothing_can_be_copied_the_link_stands_there_selected(open_page):
    page = open_page(CASE, before=REFUSING_CLIPBOARD + "document.execCommand = () => false;")
    button(page, "copy").click()
    expect(status(page)).to_have_text(f"请复制这个地址：{LINK}")
    assert page.evaluate("String(getSelection())") == LINK


def test_a_site_without_address_gives_the_one_the_reader_has(open_page):
    html = """
    <title>一页</title>
    <div class="share"><button data-do="copy" hidden>复制链接</button>
    <button data-do="show-qr" hidden>二维码</button><p role="status"></p></div>
    <script type="module" src="../assets/js/share.js"></script>
    """
    page = open_page("small/", html=html, before=CLIPBOARD)
    page.evaluate("location.hash = 'part'")
    button(page, "copy").click()
    expect(status(page)).to_have_text(COPIED)
    assert page.evaluate("copied") == page.url.removesuffix("#part")
    expect(button(page, "show-qr")).to_be_hidden()


def test_the_code_by_keyboard(open_page):
    page = open_page(CASE, phone=False)
    dialog = page.get_by_role("dialog")
    button(page, "show-qr").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    assert dialog.locator("svg, img").first.is_visible()
    assert dialog.evaluate("(dialog) => dialog.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button(page, "show-qr")).to_be_focused()


def test_the_code_by_touch(open_page):
    page = open_page(CASE)
    dialog = page.get_by_role("dialog")
    button(page, "show-qr").tap()
    dialog.locator("h2").tap()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="关闭").tap()
    expect(dialog).to_be_hidden()
    button(page, "show-qr").tap()
    page.touchscreen.tap(5, 5)
    expect(dialog).to_be_hidden()


def test_the_open_code_is_fit_for_everybody(open_page):
    page = open_page(CASE)
    button(page, "show-qr").click()
    looks = [broken_rules(page), low_targets(page, LEAST_TARGET), overflow(page)]
    page.emulate_media(color_scheme="dark")
    assert [*looks, broken_rules(page, COLOUR_RULES)] == [[], [], [], []]


def test_browsers_without_dialogs_show_the_code_as_well(open_page):
    page = open_page(
        CASE,
        before="""
        delete HTMLDialogElement.prototype.showModal;
        delete HTMLDialogElement.prototype.close;
        """,
    )
    dialog = page.locator("dialog")
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: dialog.get_by_role("button", name="关闭").click(),
    ):
        button(page, "show-qr").click()
        expect(dialog).to_be_visible()
        close()
        expect(dialog).to_be_hidden()
        expect(button(page, "show-qr")).to_be_focused()


def test_the_device_shares(open_page):
    page = open_page(CASE, before=sharing())
    button(page, "share").click()
    assert page.evaluate("shared") == {"title": page.title(), "url": LINK}
    expect(status(page)).to_have_text("")


def test_second_thoughts_about_sharing_are_no_failure(open_page):
    page = open_page(CASE, before=sharing("AbortError"))
    button(page, "share").click()
    page.wait_for_timeout(50)
    expect(status(page)).to_have_text("")


def test_where_sharing_fails_the_link_stands_there(open_page):
    page = open_page(CASE, before=sharing("NotAllowedError"))
    button(page, "share").click()
    expect(status(page)).to_have_text(f"请复制这个地址：{LINK}")


def test_only_what_can_work_is_offered(open_page):
    page = open_page(CASE, before="delete Navigator.prototype.share;")
    expect(button(page, "copy")).to_be_visible()
    expect(button(page, "share")).to_be_hidden()


def test_without_scripts_nothing_is_offered(open_page):
    page = open_page(CASE, scripts=False)
    assert page.locator("[data-do]:visible").count() == 0
