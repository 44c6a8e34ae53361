"""Reasons: why a line of a bulletin belongs to no case, by what it says."""

from __future__ import annotations

import re
from enum import StrEnum

from casebook.importer.bulletin_words import TOTALS, normalized
from casebook.importer.evidence import kinds_of_evidence, masked_names, may_be_of_a_case


class Reason(StrEnum):
    """Why text is left out; worded in texts/commands.yml under LEFT_OUT_REASONS."""

    CONTENTS = "contents"
    BYLINE = "byline"
    CAPTION = "caption"
    RELATED = "related"
    PAGE = "page"
    FOOTNOTE = "footnote"
    PUBLICATION = "publication"
    """The date, source and count of readers of a page."""
    DOCUMENT = "document"
    """The number, addressees and copies of an official document."""
    ADVICE = "advice"
    SUMMARY = "summary"
    CATEGORY = "category"
    LABEL = "label"
    KEYWORDS = "keywords"
    UNFILLED = "unfilled"
    """The heading of a case without text, which may be in a picture."""
    OTHER = "other"

    @property
    def is_final(self) -> bool:
        """Whether nothing of a case follows it up to the next one."""
        return self is Reason.RELATED


_DECORATION = r"(?:[（(【\[◎#\-—/★■▲●▶▷◇□\s·>~↓☞‖*]|END|end)*"
_END = "(?=[：:/／|丨｜│\\s）)】\\]]|$)"
_BYLINE = re.compile(
    rf"{_DECORATION}(?:(?:本文|稿件|信息|素材|图文|文章)?来源|文|图|文字|图片|图文|摄影|文[/／]图|图[/／]文|稿源|素材|供稿|作者|撰稿|通讯员|"
    rf"(?:本报|见习|全媒体)?记者|"
    "(?:本期|责任|美术|新媒体)?编辑|责编|编审|审核|初审|复审|终审|核发|校对|校审|监制|主编|总编|排版|制作|出品|统筹|审签|值班(?:主任|编委)?|策划|部门|单位"
    "|承办单位|联系人|联系电话)"
    rf"{_END}"
)
_SIGNED = re.compile(
    "[（(](?:[^（）()。]{0,24}(?:记者|通讯员|供稿|文/|来源|完|整理|编辑|摄|供图|发布)[^（）()。]{0,40})[）)]$"
)
_RELATED = re.compile(
    rf"{_DECORATION}(?:(?:相关|延伸|往期|推荐|热门|猜你|精彩|更多)[^。，]{{0,10}}(?:[：:】\]↓]|$)|阅读(?:推荐|更多|原文|"
    rf"[0-9])|(?:相关|热门)(?:阅读|新闻|链接|文章)|"
    "往期[^。]{0,12}|上一篇|下一篇|扫码|扫描(?:下方|上方|二维码)|长按|识别[^，。]{0,6}二维码|关注(?:我们|公众号|@|“)|欢迎(?:关注|投稿|转发|分享"
    "|订阅)|"
    "(?:点击|戳)[^。]{0,16}(?:阅读|查看|关注|链接|进入|下载|蓝字|上方|下方)|点赞|点亮|(?:分享|转发)(?:到|给|此|扩散|收藏|提醒)|收藏|投稿|版权|"
    "免责声明|声明[：:]|"
    "转载|微信扫|预览时|继续滑动|轻触|打印(?:本页)?|关闭(?:窗口)?|返回(?:顶部|首页)|友情链接|[^。]{0,20}ICP备|主办(?:单位)?[：:]|承办[：:]|"
    "技术支持|[一-鿿]{2,4}热线|"
    "网站(?:地图|标识|声明)|标签[：:]|评论[（(：:]?|END$|广告|推广|赞助|【END】|— ?END)"
)
_ADVICE = re.compile(
    rf"{_DECORATION}(?:(?:公安机关|公安|警方|网警|民警|网安|警察|警花|蜀黍|叔叔|反诈中心?|公安部?|检察官|检察机关|检方|法官|法院|律师|记者|编辑|"
    rf"小编|平安|温馨|特别|"
    "郑重|友情|安全|防范|防骗|反诈|法律|全民|重要|典型)"
    "[^。，：]{0,12}(?:提醒|提示|寄语|支招|呼吁|建议|说法|警示|倡议|链接|知识|科普|宣传|告诫|忠告|有话说|有话要说|划重点|点评)"
    "(?=[：:，。】\\s]|$|广大|大家|[^，。]{0,6}(?:市民|群众|网民|网友|消费者|家长|公众|用户|朋友))"
    "|[^。，：]{0,8}(?:支招|提示|提醒|寄语|忠告|有话说)[：:]"
    "|(?:提醒|提示|警示|普法|法条|法律|以案|小贴士|划重点|防范|防骗|启示|释法|说法|相关规定|相关法律|识骗|防诈|反诈)"
    "[^。，]{0,10}(?:[：】:]|$)"
    "|举报(?:电话|方式|网站|热线|邮箱|平台)|(?:如|若)(?:遇|发现|您|果)|请(?:广大|大家|您|市民|网民|群众)|希望(?:广大|大家)|广大(?:网民|群众|市民"
    "|网友|消费者)|"
    "网络(?:空间)?(?:并?不是|并?非|绝非|不是)法外之地|互联网(?:不是|并非|绝非)|在此[，]?(?:警方|公安|提醒|呼吁|我们)|不信谣|不造谣|不轻信|切勿|请勿|"
    "请不要)"
)
_REMARK = re.compile(
    "[（(]?(?:(?:记者|采访|采编|办案)手记|编后|编者按|编者的话|结语|尾声|注[：:]|备注[：:]|说明[：:]|(?:以上|文中|表中|本文|本表|"
    "上述)[^。]{0,14}(?:均|系|为|排名|以))"
)
"""A remark on the text as a whole."""
_LAW = re.compile(
    r"(?:（[一二三四五六七八九十]+）)?《[^》]{2,40}》\s*(?:第|规定|（|[：:]|$)|"
    r"第[一二三四五六七八九十百零〇]+条(?:规定|之|[\s　：:【]|$|[^，。]{0,16}[，：])"
)
_SUMMARY = re.compile(
    "下一步|接下来|今后|公安机关(?:将|郑重|再次|表示|正告)|公安部[^，。]{0,16}(?:负责人|将|表示)|有关负责人|上述(?:案例|案件的|违法犯罪)|以上(?:案|"
    "[0-9一二三四五六七八九十]+[起件例])|"
    "据介绍|为(?:有效|进一步|切实)|根据《|近年来|今年以来|[^，。]{0,12}(?:警方|公安|检察机关|法院|网安)[^，。]{0,8}(?:将(?:继续|持续|始终|进一步"
    "|依法严|坚持)|坚决|正告)"
)
_CAPTION = re.compile(
    "(?:[▲△▼↑↓]|图(?:为|片|中|[0-9一二三四五六七八九十：:])|[（(]?(?:资料|示意|效果|配)图).{0,110}$|.{0,56}(?:摄影?|供图|"
    "资料图片?|配图|图片|截图|视频截图)[）)]?$"
)
_UNIT = re.compile(
    "[一-鿿（）()、]{2,30}(?:公安[局厅部]|分局|总队|支队|大队|中心|派出所|检察院|法院|办公室|办|委员会|网信办|宣传部|编辑部|研究室|政治部|报社|融媒体中心|"
    "日报|晚报|网)$"
)
_IN_PARENTHESES = re.compile("（[^（）。，]{2,20}）")
_DATED = re.compile("(?:20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\\s?[-./年]")
_CATEGORY = re.compile(
    "(?:(?:[一二三四五六七八九十]+|[0-9]+)[、.]|（[一二三四五六七八九十]+）)?[^，。：]{1,16}(?:类|篇|方面|领域)(?:案件|案例|"
    "犯罪)?[：:]?$|[^，。]{0,12}案例(?:如下)?[：:]?$"
)
_DAY = re.compile(
    "[（(]?(?:20[0-9]{2}|"
    "二[〇零○Ｏ0][〇零○Ｏ0一二三四五六七八九]{2})\\s?[年./-]\\s?[0-9一二三四五六七八九十元]{1,3}\\s?[月./-]\\s?[0-9一二三四五六七八九十廿卅]{1,3}\\s?[日号]?"
    "(?:\\s*[0-9]{1,2}[：:][0-9]{2}(?:[：:][0-9]{2})?)?[）)]?$"
)
_PUBLICATION = re.compile(
    "(?:(?:发布|发表|更新|发文|成文|印发)?(?:时间|日期)|字号|字体|浏览|阅读(?:次数|量|数)|点击(?:数|率|量)?|访问(?:量|次数)?|【字|分享到|"
    "字体大小)\\s*[：:【\\[（(]?"
)
_STAMPED = re.compile("[0-9]{1,2}[：:][0-9]{2}|字号|浏览|来\\s*源\\s*[：:]|点击|阅读[：:0-9]")
_LONGEST_STAMP = 80
_DOCUMENT = re.compile(
    "[^，。]{0,20}[〔\\[（(【]20[0-9]{2}[〕\\]）)】]\\s*(?:第)?[0-9]+\\s*号|(?:主送|抄送|抄报|报送|印发|主题词|附件|签发人|密级"
    "|特急|急件|此件|内部)[：:\\s]|[^。]{2,60}[局处队室委院门位司团区市县][：:]$|[^，。]{2,20}文件$"
)
_LONGEST_BYLINE = 90


def caption(text: str) -> bool:
    """Whether a line is the caption of a picture."""
    return _CAPTION.match(normalized(text)) is not None and not _states_much(text)


def explicit_reason(text: str) -> Reason | None:
    """Why a line that says so itself is not of a case: a byline, advice, related reading."""
    plain = normalized(text)
    if len(plain) <= _LONGEST_BYLINE and (_BYLINE.match(plain) or _SIGNED.fullmatch(plain)):
        return Reason.BYLINE
    if _DAY.fullmatch(plain) or (len(plain) <= _LONGEST_STAMP and _PUBLICATION.match(plain)):
        return Reason.PUBLICATION
    if _RELATED.match(plain) and not _states_much(plain):
        return Reason.RELATED
    if _ADVICE.match(plain):
        return Reason.ADVICE
    return Reason.SUMMARY if _REMARK.match(plain) else None


def implicit_reason(text: str) -> Reason | None:
    """Why a line is not of a case as far as its wording tells; a report of facts has none."""
    plain = normalized(text)
    if TOTALS.search(plain) and not masked_names(plain):
        return Reason.SUMMARY
    if _states_much(plain):
        return None
    if _LAW.match(plain):
        return Reason.ADVICE
    if _SUMMARY.match(plain):
        return Reason.SUMMARY
    if _UNIT.fullmatch(plain) or _IN_PARENTHESES.fullmatch(plain):
        return Reason.BYLINE
    return None


def reason_around(text: str) -> Reason:
    """Why a line before or between cases is none and no lead."""
    plain = normalized(text)
    if found := explicit_reason(text):
        return found
    is_open = len(plain) <= _LONGEST_STAMP and "。" not in plain
    if is_open and (_STAMPED.search(plain) or (_DATED.search(plain) and not _states_much(plain))):
        return Reason.PUBLICATION
    if _CATEGORY.fullmatch(plain):
        return Reason.CATEGORY
    if _DOCUMENT.match(plain):
        return Reason.DOCUMENT
    if caption(text):
        return Reason.CAPTION
    return implicit_reason(text) or Reason.OTHER


def is_exhortation(text: str) -> bool:
    """Whether a line tells readers what to do, or what an authority will do, and no facts."""
    plain = normalized(text)
    return bool(_EXHORTS.search(plain)) and not _states_much(plain)


_EXHORTS = re.compile(
    "应当?|要(?!求|挟)|请|切勿|不要|务必|希望|呼吁|提醒|自觉|共同|严厉打击|绝不姑息|依法严惩|持续|继续|坚决|净化|清朗|守护|筑牢|谨防|警惕|当心|防止"
)
_MANY = 3


def _states_much(text: str) -> bool:
    """Whether a line states facts as the report of a case does."""
    return may_be_of_a_case(text) and kinds_of_evidence(text) >= _MANY
