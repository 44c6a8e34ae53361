"""Notices that are shown in place of a text, with the status 200."""

from __future__ import annotations

import pytest

from casebook.deploy import page_notices
from casebook.deploy.page_notices import notice_of

NAVIGATION = "".join(f"<li><a>栏目{number}</a></li>" for number in range(100))


def page(title: str, body: str) -> bytes:
    return f"<!doctype html><meta charset=utf-8><title>{title}</title>{body}".encode()


@pytest.mark.parametrize(
    ("said", "notice"),
    [
        ("该内容已被发布者删除", "该内容已被发布者删除"),
        ("此内容因违规无法查看", "此内容因违规无法查看"),
        ("此内容因违规已删除", "此内容因违规已删除"),
        ("此内容被投诉且经审核涉嫌侵权，无法查看。", "此内容被投诉且经审核涉嫌侵权"),
        ("此内容发送失败无法查看", "此内容发送失败无法查看"),
        ("此帐号已被屏蔽, 内容无法查看", "此帐号已被屏蔽"),
        ("此账号已自主注销，内容无法查看", "此账号已自主注销"),
        ("根据作者隐私设置，无法查看该内容", "无法查看该内容"),
        ("链接已过期", "链接已过期"),
        ("页面不存在", "页面不存在"),
        ("抱歉，您访问的页面不存在或已删除！", "页面不存在"),
        ("您要查看的文章已被管理员删除", "文章已被管理员删除"),
        ("该信息已下架", "该信息已下架"),
        ("很抱歉，找不到您访问的页面", "找不到您访问的页面"),
        ("<h1>Not Found</h1>404 Not Found", "404 Not Found"),
        ("该内容<span>已被</span>\n发布者删除", "该内容已被发布者删除"),
    ],
)
def test_a_short_page_of_what_is_gone(said: str, notice: str) -> None:
    assert notice_of(page("公众平台", f"<div>{said}</div>")) == (notice, True)


@pytest.mark.parametrize(
    ("said", "notice"),
    [
        ("该公众号已迁移至新的帐号", "该公众号已迁移"),
        ("环境异常，当前环境异常，完成验证后即可继续访问。", "环境异常"),
        ("您的访问过于频繁，请稍后再试", "访问过于频繁"),
        ("请在微信客户端打开链接", "请在微信客户端打开"),
        ("系统维护中", "系统维护"),
    ],
)
def test_a_short_page_that_leaves_it_unclear(said: str, notice: str) -> None:
    assert notice_of(page("公众平台", f"<p>{said}</p>")) == (notice, False)


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("页面不存在", "页面不存在"),
        ("404", "404"),
        ("404错误", "404"),
        ("404 - 某市公安局", "404"),
        ("404 Not Found", "404 Not Found"),
        ("您访问的页面不存在_某市公安局", "页面不存在"),
        ("抱歉，找不到您要的页面", "找不到您要的页面"),
    ],
)
def test_a_long_page_with_it_for_a_title_or_heading(title: str, notice: str) -> None:
    assert notice_of(page(title, NAVIGATION)) == (notice, True)
    assert notice_of(page("某市公安局", f"<h2>{title}</h2>{NAVIGATION}")) == (notice, True)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("", ""),
        ("通报", "<p>某市公安机关发布通报。</p>"),
        ("通报", f"<p>短信称“链接已过期”，骗取验证码。</p>{NAVIGATION}"),
        ("短信说“链接已过期”，千万别点", f"<p>某市公安机关提醒。</p>{NAVIGATION}"),
        ("“页面不存在”背后的骗局", NAVIGATION),
        ("404案件侦破记", NAVIGATION),
        ("通报", "<script>var notice = '该内容已被发布者删除';</script><p>通报全文。</p>"),
        ("通报", "<template>页面不存在</template><p>通报全文。</p>"),
    ],
)
def test_a_page_with_a_text(title: str, body: str) -> None:
    assert notice_of(page(title, body)) == ("", False)


def test_a_page_is_short_up_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_notices, "MAX_SHORT", 5)
    assert notice_of(page("", "页面不存在")) == ("页面不存在", True)
    assert notice_of(page("", "，页面不存在")) == ("", False)


@pytest.mark.parametrize("content", [b"", b"\x00\xff<", b"<title>", b"<h1><h1></p>&#0;"])
@pytest.mark.parametrize("charset", [None, "no-such-charset"])
def test_bytes_that_are_no_page(content: bytes, charset: str | None) -> None:
    assert notice_of(content, charset) == ("", False)
