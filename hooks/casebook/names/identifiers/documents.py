"""Numbers of documents, devices, parcels and case files, by the word before or their form."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.ascii_runs import longest_ascii_run
from casebook.names.identifiers.labels import DATE, GIVEN, NO_COUNT
from casebook.names.identifiers.masking import hidden_match, hidden_span

_SHORTEST = 5
"""Length of the longest ASCII run of a text that can hold a value, with a mark beside it."""
_VALUE = rf"(?P<value>[A-Za-z]{{0,5}}[ -]?[0-9][0-9A-Za-z]*(?:[ ·.-]{{1,2}}[0-9A-Za-z]{{1,20}})*){NO_COUNT}"
_NUMBER = "[(（]?(?:证|档案|登记|订单|流水|交易)?(?P<sign>字?号码|编号|编码|账号|帐号|卡号|单号|字?号|码|户|ID)?"
_CERTIFICATES = (
    "护照|通行证|台胞证|回乡证|驾驶证|驾照|行驶证|社保卡?|社会保障卡?|医保卡?|军官证|士兵证|军人证|警官证|残疾证|居住证|暂住证|结婚证|离婚证|出生(?:医学)?证明?|不动产权?证?|房产证|产权证"
    "|学生证|学籍|工作证|准考证|毕业证|学位证|资格证|执业证|老年证|证件|公积金|保单|保险单?|存折|银行(?:卡|[账帐]户?)|储蓄卡|信用卡|收款(?:[账帐]户?|卡)|对公[账帐]户?|会员卡?|体检|检验报告单?|检测报告单?|样本|户口[簿本]|营运证|从业资格证|上岗证|操作证|健康证|退休证|优待证|报名|考生|患者|就诊卡?|诊疗卡?|卡"
)
_RECORDS = "学号|工号|员工(?:编号|号)|警号|病历(?:编号|号)?|病案(?:编号|号)?|住院(?:编号|号)?|门诊(?:编号|号)?|就诊号|床号|检查(?:编号|号)|处方(?:编号|号)|档案(?:编号|号)|合同(?:编号|号)"
_CARRIERS = "快递|快件|百世|寄件|挂号信|顺丰|圆通|中通|申通|韵达|极兔|德邦|EMS|邮政|运单|物流|丰巢"
_PARCELS = f"{_CARRIERS}|包裹|邮件|面单|取件|取货|提货|订单|交易|转账|流水|车票|机票|取票|客票|票据?|商户|支付|案件|立案|受案|警情|接警|报警|卷宗|文书|决定书|通知书"
_DEVICES = "(?:IMEI|imei|Imei)[12]?|OAID|IDFA|UDID|(?:Android|安卓) ?ID|IMSI|imsi|ICCID|MEID|SN|串|序列|设备|机身|MAC(?:地址)?|Mac(?:地址)?|mac(?:地址)?|车架|VIN|vin|发动机|车辆识别(?:代)?|SIM卡|识别"
_DOCUMENT = re.compile(
    f"(?:{_CERTIFICATES}){_NUMBER}(?P<given>{GIVEN}(?:[一-鿿]{{0,2}}字?第)?){_VALUE}"
)
_RECORD = re.compile(f"(?:{_RECORDS})(?:码)?(?P<given>{GIVEN}){_VALUE}")
_PARCEL = re.compile(f"(?:{_PARCELS}){_NUMBER}(?P<given>{GIVEN}){_VALUE}")
_DEVICE = re.compile(
    f"(?:{_DEVICES})(?P<sign>号码|号|码|ID|Id)?[)）]?(?P<given>{GIVEN})(?P<value>[0-9A-Za-z](?:[ :.-]?[0-9A-Za-z]){{5,40}}){NO_COUNT}"
)
_COURIER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:SF|YT|JT|JD[A-Z]{0,2}|STO|ZTO|DPK)(?:[ -]?[0-9]){10,15}|[A-Z]{2}[0-9]{9}CN|XA[0-9]{11})(?![A-Za-z0-9])"
)
_PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新兵军最"
_YEAR = r"[(（〔\[【][12][0-9]{3}[)）〕\]】]"
_COURT_FILE = re.compile(
    rf"{_YEAR} ?[{_PROVINCES}](?:高法)?[0-9]{{0,4}}[一-鿿]{{1,6}}第?[0-9]{{1,7}}(?:号|之[一二三四五六七八九])"
)
_OTHER_FILE = re.compile(f"{_YEAR} ?第?[0-9]{{1,7}}号")
_OF_POLICE = re.compile(
    r"[一-鿿()（）]{0,12}(?:受案|立案?|行罚|罚决|拘|捕|诉|撤案|案|[拘罚]决|决字|鉴定?|扣押?|搜查?|传唤?|调证|冻财?|监居|处罚)[一-鿿]{0,2} ?\Z"
)
_MAC = re.compile(
    r"(?<![0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}(?P<sign>[:-])(?:[0-9A-Fa-f]{2}(?P=sign)){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![0-9A-Fa-f:.-])"
)
_MAC_AFTER_NAME = re.compile(
    r"(?i:mac|地址|蓝牙|网卡|bssid)[^，。；\n0-9A-Fa-f]{0,6}(?P<value>[0-9A-Fa-f]{2}(?P<sign>[ _·：:.-])(?:[0-9A-Fa-f]{2}(?P=sign)){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{6}-[0-9A-Fa-f]{6})(?![0-9A-Fa-f:.-])"
)
_HARDWARE = re.compile(
    r"(?i:mac|地址|蓝牙|无线|网卡|设备|路由|热点|wi-?fi|wlan|bssid)[^，。；\n]{0,8}\Z"
)
_CARRIER = re.compile(_CARRIERS)
_PARCEL_SIZE = 12
_COLON = re.compile('[:：=为是第“"（(]')
_RULES = (
    (_DEVICE, "device-number", 6, 3),
    (_DOCUMENT, "document-number", 6, 6),
    (_RECORD, "document-number", 4, 3),
    (_PARCEL, "reference-number", 6, 4),
)
"""The patterns with their codes, and how many characters and digits a value has at least."""


def documents(text: str) -> Iterator[Finding]:
    """A text contains no number of a document, a record, a parcel, a case file or a device."""
    if "号" in text and re.search("[)）〕\\]】]", text):
        yield from _case_files(text)
    for match in _MAC_AFTER_NAME.finditer(text):
        yield hidden_match("device-number", match, "value")
    if longest_ascii_run(text) < _SHORTEST:
        return
    for pattern, code, size, digits in _RULES:
        for match in pattern.finditer(text):
            characters = re.sub("[^0-9A-Za-z]", "", match["value"])
            is_long = len(characters) >= size and sum(map(str.isdigit, characters)) >= digits
            if is_long and _is_introduced(match, characters):
                yield hidden_match(code, match, "value")
    for match in _COURIER.finditer(text):
        yield hidden_match("reference-number", match)
    for match in _MAC.finditer(text):
        if _is_hardware(match):
            yield hidden_match("device-number", match)


def _is_introduced(match: re.Match[str], characters: str) -> bool:
    """Whether a word for a number or a colon stands before a value, or it can be nothing else."""
    groups, before = match.groupdict(), match.string[max(0, match.start() - 1) : match.start()]
    if match[0][0].isascii() and before.isascii() and before.isalpha():
        return False
    if match[0][:3].upper() == "MAC":
        return bool(re.fullmatch("[0-9A-Fa-f]{12}", characters))
    if "sign" not in groups or groups["sign"] or _COLON.search(match["given"]):
        return True
    if match.re is _DEVICE:
        return match[0][:3].upper() in (
            "IME",
            "IMS",
            "ICC",
            "MEI",
            "VIN",
            "OAI",
            "IDF",
            "UDI",
            "AND",
            "安卓I",
            "安卓 ",
        )
    is_long = re.fullmatch("[A-Za-z]{1,2}[0-9]{6,10}|[0-9]{8,24}", characters)
    if match.re is _PARCEL:
        return bool(_CARRIER.match(match[0])) and len(characters) >= _PARCEL_SIZE
    return match.re is _DOCUMENT and bool(is_long) and not DATE.fullmatch(match["value"])


def _is_hardware(match: re.Match[str]) -> bool:
    """Whether six bytes are an address of a device, and not a time or a date."""
    if re.search("[A-Fa-f]", match[0]) and re.search("[0-9]", match[0]):
        return True
    return bool(_HARDWARE.search(match.string, max(0, match.start() - 14), match.start()))


def _case_files(text: str) -> Iterator[Finding]:
    """The numbers under which courts, prosecutors and the police keep the files of a case."""
    for match in _COURT_FILE.finditer(text):
        yield hidden_match("reference-number", match)
    for match in _OTHER_FILE.finditer(text):
        if name := _OF_POLICE.search(text, max(0, match.start() - 20), match.start()):
            yield hidden_span("reference-number", text, name.start(), match.end())
