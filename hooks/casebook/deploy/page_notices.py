"""Page notices: what a page says that is shown, with the status 200, in place of a text.

Platforms and servers answer so for what was deleted, and to programs that they do not let in.
Such a page is short, or the notice is its title or a heading.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

MAX_SHORT = 400
"""Maximum characters of a short page; a text with its navigation has more."""
MAX_HEADING = 60
_TEXT = "(?:页面|网页|内容|文章|信息|资源|稿件|帖子|视频|链接)"
_GONE = (
    rf"[该此]?{_TEXT}(?:不存在|不见了|走丢了|找不到了?"
    r"|(?:可能)?已经?(?:被[^，。！!\s]{0,6})?(?:删除|失效|过期|下线|下架|撤[销回]|移除))"
    rf"|(?:找不到|未找到|没有找到|无法找到)[^，。！!\s]{{0,8}}{_TEXT}"
    r"|[该此](?:内容|文章)(?:因违规已删除|被投诉且经审核涉嫌(?:侵权|违规)?)"
    r"|[该此](?:内容|文章)[^，。！!\s]{0,8}无法查看|无法查看[该此](?:内容|文章)"
    r"|[该此](?:公众号|[帐账]号)已被?(?:屏蔽|封禁|冻结|(?:自主|系统)?注销|系统回收)"
    r"|(?i:404 not found|error 404|(?:page|file) (?:was )?not found)"
)
_UNCLEAR = (
    r"[该此](?:公众号|[帐账]号)已迁移|环境异常|安全验证|访问过于频繁|请求过于频繁"
    r"|请在微信客户端打开|(?:系统|网站|页面)(?:正在)?维护|(?i:enable javascript)"
)
_IN_SHORT = re.compile(f"(?P<gone>{_GONE})|(?P<unclear>{_UNCLEAR})")
_IN_HEADING = re.compile(
    r"(?:(?i:404|error)|出错了?|错误|提示|抱歉|对不起"
    r"|[您你所的]|要?访问|浏览|请求|查找|[ ，,！!:：_-])*"
    rf"(?P<gone>{_GONE}|(?<=404))(?:页面|错误)?[。！!]*(?: *[-_|—–].*)?"
)
_BETWEEN_CHINESE = re.compile("(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])")


def notice_of(page: bytes, charset: str | None = None) -> tuple[str, bool]:
    """The notice that a page is, and whether it says that the text is gone; empty for no notice."""
    document = BeautifulSoup(page, "html.parser", from_encoding=charset)
    headings = [_plain(one.get_text()) for one in document.select("title, h1, h2, h3")]
    for hidden in document.select("script, style, noscript, template, title"):
        hidden.extract()
    text = _plain(document.get_text(" "))
    if len(text) <= MAX_SHORT and (found := _IN_SHORT.search(" ".join((*headings[:1], text)))):
        return found[0], found["gone"] is not None
    for heading in headings:
        if len(heading) <= MAX_HEADING and (found := _IN_HEADING.fullmatch(heading)):
            return found["gone"] or "404", True
    return "", False


def _plain(text: str) -> str:
    """The text on one line, without spaces between Chinese characters."""
    return _BETWEEN_CHINESE.sub("", " ".join(text.split()))
