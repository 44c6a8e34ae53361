"""Patterns of bulletins: markers, verbs of the police, and text that is not part of a case."""

from __future__ import annotations

import re

_PUNCTUATION = str.maketrans(
    ",:;?!()．０１２３４５６７８９％[]【】", "，：；？！（）.0123456789%【】【】"
)


def normalized(text: str) -> str:
    """The text with digits and punctuation of normalized width, at unchanged positions."""
    return text.translate(_PUNCTUATION)


HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
NUMBER = rf"(?:[0-9]{{1,2}}|{HAN_NUMBER})"

POLICE = re.compile(
    "公安|警方|民警|警察|网安|网警|派出所|刑侦|反诈|专案组|检察院|法院|检察机关|审判机关|分局"
)
HANDLED = re.compile(
    "嫌疑人|抓获|查处|侦破|破获|侦办|打掉|捣毁|刑事|行政处罚|拘留|处罚|立案|诈骗|"
    "被骗|涉案|涉嫌|违法"
    "|判处|有期徒刑|谣言|罚款|报警|警告|责令|被告人|批评教育|训诫|劝阻|止付|发现|"
    "整改|接到|核查|办理"
)
TOTALS = re.compile(
    "(?:以来|期间|全年|截至|目前)[^。]{0,80}(?:共|累计|先后|已)?[^。]{0,16}(?:案件|"
    "刑事案|行政案)[0-9.余多万]*起"
    "|(?:侦破|破获|查处|侦办|办理)[^。]{0,24}案件?[0-9.]+[余多万]*起[^。]{0,40}抓获"
    "|(?:各市|各地|全省|全市|全国|各级)公安机关[^。]{0,40}(?:先后|共|累计|已)|从[^。]{2,8}看，"
    "|公安机关[^。]{0,60}(?:持续|高度重视|深入推进|统一部署|重拳)"
)
"""Totals and resolutions, which belong to the lead."""

ANNOUNCED = re.compile(
    rf"(?<![0-9])(?P<count>[0-9]{{1,2}}|{HAN_NUMBER}|两)(?:大|个|起|件|则|例|批)?[^，。：；0-9]{{0,16}}?"
    "(?:案例|典型案件)"
)
ANNOUNCES = re.compile("(?:公布|通报|发布|选取|曝光)[^。]{0,40}(?:典型|案例)|典型案例")
"""A paragraph that presents the cases and is not one itself."""

CLOSING = re.compile(
    r"(?:（|【|◎|#|-|—|/|★|■|▲|●|▶|▷|◇|□|\s|·|>|~|↓|☞|‖|END|end|【END】)*"
    r"(?:[（【]?(?:来源|文字?|图片?|图文|稿件?来源|素材|供稿|作者|通讯员|记者|编辑|"
    r"责任编辑|责编|编审|审核|校对|监制|"
    "主编|排版|制作|出品|统筹|审签|值班|版权|声明|免责|投稿|点击|扫码|扫描|长按|识别|"
    "关注|欢迎|分享|转发|点赞|"
    "收藏|推荐|相关|延伸|往期|阅读|热门|上一篇|下一篇|更多|原标题|END|end|微信|预览|"
    "继续|轻触|图为|资料图|附件|"
    "打印|关闭|返回|友情链接|ICP|备案|地址|电话|邮编|主办|承办|技术支持|网站|标签|"
    "责任|评论|举报电话|举报)"
    "|(?:公安机关|警方|网警|民警|网安|反诈中心?|公安部?|检察官|法官|平安|温馨|特别|"
    "郑重|友情|安全|防范|防骗|法律)"
    "[^。，：]{0,12}(?:提醒|提示|寄语|支招|呼吁|建议|说法|警示|倡议|链接|知识|科普|宣传)"
    "|(?:提醒|提示|警示|普法|法条|法律|律师|以案|小贴士|划重点|防范|防骗|启示|释法|延伸)"
    "[^。，]{0,10}(?:[：】]|$)"
    "|下一步|接下来|广大(?:网民|群众|市民)|网络(?:空间)?(?:不是|非|绝非)法外之地|"
    "公安机关(?:将|郑重|提醒|再次|表示|正告)"
    "|公安部[^，。]{0,16}(?:负责人|将|提醒|表示)|有关负责人|请广大|希望广大|在此|"
    "互联网不是|网络并非"
    r"|《[^》]{2,40}》\s*(?:第|规定|（)|第[一二三四五六七八九十百]+条|上述(?:案|"
    r"违法犯罪)|以上案|据介绍|为(?:有效|进一步|切实)|不信谣|根据《)"
)
"""The beginning of a line after the end of a case."""

CONTINUES = re.compile(
    "目前|经查|经审|经核|经调|经过|经民警|据悉|据了解|据查|该案|该团伙|该公司|该网|"
    "该犯罪|该男|本案|此案|案发|随后|"
    "截至|上述(?:人员|嫌疑|行为|两|三)|民警|专案组|犯罪嫌疑人|违法嫌疑人|嫌疑人|接报|"
    "接警|到案后|同时|最终|此外|期间|"
    "因|由于|案件|[一-鿿]某|[0-9]+名|[^，。]{0,6}(?:警方|办案民警)"
)
"""The beginning of a line that continues a case."""

PUBLIC_APPEAL = re.compile(
    "网络(?:空间)?(?:不是|并?非|绝非)法外之地|(?:公安机关|警方|网警|民警)(?:在此)?(?:郑重|温馨|特别|再次)?(?:提醒|提示|呼吁)"
    "|(?:请|希望)?广大(?:网民|群众|市民)|下一步，|如遇"
)
"""The beginning of a sentence that addresses the public."""
CAPTION = re.compile("(?:[▲△▼↑↓图]|.{0,56}(?:摄影?|供图|资料图片?|配图|图片|截图)[）)]?$)")
"""The caption of a picture."""
OUTCOME = re.compile(
    "抓获|归案|到案|被抓|落网|强制措施|刑拘|拘留|移送|起诉|判处|处罚|打掉|捣毁|摧毁|批评教育|罚款"
)
_YEAR = (
    r"(?:20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年|[今去前同当本]年|近日|"
    r"日前|近期|同月"
)
_MONTH = r"[0-9]{1,2}\s?月"
LABEL = re.compile(
    rf"(?:[【（]?(?:{NUMBER})?[】）、.]?\s*)?[【（]?(?:基本|主要|简要)?案(?:情|"
    rf"件)(?:简介|介绍|回顾|经过|事实)?(?:[】）：]+|$)\s*"
)
"""The label that some bulletins put before the text of every case."""
OPENING = re.compile(
    r"(?:据悉，|其中，|针对[^，。]{2,20}，)?自?"
    rf"(?:(?P<since>(?P<year>{_YEAR})|{_MONTH})(?![^，。]{{0,6}}以来)|"
    rf"[一-鿿]{{2,14}}(?:公安|警方|网安|网警|分局|派出所|民警))"
)
"""The beginning of the first paragraph of a case without a marker."""


CLEARED = re.compile(
    "(?:^|(?<=[。；]))(?:如|其中，)?(?P<n>[一-鿿]{2,16}?(?:公安(?:机关|"
    "局)?(?:网安部门)?|警方)?(?:成功)?"
    "(?:侦破|打掉|破获|铲除|捣毁|摧毁|查处|侦办))"
)
"""The beginning of the sentences on one of several cases in a paragraph."""


def number_in(text: str) -> int:
    """The number written as 12, 〇 to 九十九 or ①; 0 if there is none."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, found, ones = text.replace("两", "二").rpartition("十")
    digits = "〇一二三四五六七八九"
    ten = digits.find(tens) if tens else 1
    return (ten * 10 if found else 0) + max(digits.find(ones), 0) if ones or found else 0
