"""The devices that tests share: what one test left there, the next does not find."""

from __future__ import annotations

from playwright.sync_api import Page

from .conftest import Devices, Heard

LEAVE = """async () => {
  localStorage.setItem("casebook", "left");
  sessionStorage.setItem("casebook", "left");
  document.cookie = "casebook=left; path=/";
  await caches.open("left");
}"""
FIND = """async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  cookie: document.cookie,
  caches: await caches.keys(),
  pages: history.length,
})"""


def from_network(page: Page, address: str) -> bool:
    """Whether the style sheet of the page at an address was sent, and not kept from before."""
    page.goto(address)
    return bool(
        page.evaluate(
            "performance.getEntriesByType('resource')"
            ".find((one) => one.name.endsWith('.css')).transferSize > 0"
        )
    )


def test_a_device_is_used_again_and_empty_again(devices: Devices, address: str) -> None:
    heard = Heard(address)
    with devices.lent(heard, {"phone": False}) as first:
        page = first.new_page()
        assert from_network(page, address)
        assert not from_network(page, address)
        page.evaluate(LEAVE)
        first.grant_permissions(["clipboard-read"])
    asked = len(heard.requests)
    with devices.lent(Heard(address), {"phone": False}) as second:
        assert second is first
        page = second.new_page()
        assert from_network(page, address)
        assert page.evaluate(FIND) == {
            "local": 0, "session": 0, "cookie": "", "caches": [], "pages": 2,
        }  # fmt: skip
        granted = "navigator.permissions.query({ name: 'clipboard-read' }).then((one) => one.state)"
        assert page.evaluate(granted) != "granted"
    assert len(heard.requests) == asked


def test_two_at_a_time_are_two(devices: Devices, address: str) -> None:
    with (
        devices.lent(Heard(address), {"phone": False}) as one,
        devices.lent(Heard(address), {"phone": False}) as other,
    ):
        assert one is not other
