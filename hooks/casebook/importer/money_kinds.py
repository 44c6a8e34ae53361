"""Kinds of sums: what a text says that a sum is, by the nearest word that governs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUSPECT_GAINS = (
    "非法获利|违法所得|非法所得|非法牟利|非法收益|非法盈利|牟取(?:非法|不法)?利益|(?:非法)?敛财"
)
LABELS = (
    ("涉案金额", (
        "涉案(?:总)?(?:金额|价值|资金总额|总金额|数额|总额|物品价值|财物价值|资产)|涉案[^，。]{0,8}价值|涉案[^，。]{2,8}(?=(?:折合|约合)[^，。]{0,6}$)|案值|货值|犯罪(?:总)?金额|涉及金额|总金额|"
        "涉案(?=(?:[达超约近共逾]|高达|累计|总计|共计)*$)|"
        "(?<!交易)(?<!投注)(?<!销售)(?<!成交)(?<!诈骗)(?<!被骗)(?<!转账)(?<!单笔)(?:金额|数额)(?=(?:[共达约超为近逾]|合?计|累计|高达|总计)*$)"
    )),
    ("涉案资金", (
        "非法集资|非法吸收(?:公众)?(?:资金|存款)|吸收(?:公众)?(?:资金|存款)|集资|募集资金|吸收(?:群众|公众|他人|社会)?资金|"
        "(?:接收|收取|转移|归集|流入|过渡)涉诈(?:资金|款项?)|涉案(?:账户)?(?:资金流水|资金|流水|款项?)|涉及资金|赌资|"
        "(?:走账|过账|洗钱|跑分|账户|银行卡|卡内)(?:资金)?流水|"
        "(?:洗钱|洗白|转移|归集|过账|走账|跑分|取现|套现)(?:[^，。]{0,6}(?:资金|赌资|赃款|款项))?"
    )),
    ("销售金额", "销售(?:金额|总额|额)|经营(?:总)?额|(?:押|投)注(?:总额|金额|额)?"),
    ("非法获利", _SUSPECT_GAINS),
    ("获利", (
        "获利|牟利|盈利|获取|赚取|收取|分得|所得|收益|报酬|佣金|好处费|抽成|抽水|抽头|抽佣|渔利|得款|变现|得利|得钱|得赃款|收费|收款|收钱|收息|收到|收了|收走|收(?=“)|到手|入账|进账|共得|募得|吸收会费|会费|提成|净赚|赚得|赚了?"
    )),
    ("资金流水", (
        "资金流水|流水|交易额|成交额|交易金额|成交金额|(?:支付)?结算(?:金额)?|"
        "营业额|营收"
    )),
    ("被骗金额", (
        "被骗(?:的?资金|款项?|钱款|金额|财物)|诈骗(?:资金|金额|款项?|所得)|被骗|诈骗|骗取|骗走|骗得|骗了|骗|转账(?:金额)?|汇款|转入|转走|转出|转款|打款|支付|付款|勒索|敲诈|索要|"
        "索取|强索|索得|充值|得手|打赏|投资|投入|盗刷|盗取|盗走|盗得|骗款|窃取|侵占|挪用|卷走"
    )),
    ("损失", "损失"),
    ("收入", "(?:平台|营业|广告|会员|总|经营|网站)?(?<!预期)(?<!年)(?<!月)收入"),
    ("成交价格", "成交价"),
)  # fmt: skip
"""Labels of sums with the patterns of the words that govern them, in order of rank."""
SOLD = len(LABELS) - 1
UNKNOWN, UNNAMED = len(LABELS), len(LABELS) + 1
"""The ranks of totals, and of other sums, of which no known word says what they are."""
_CHEATED, _LOSS = 6, 7
_NAMES = {
    *("涉案总金额", "涉案价值", "案值", "犯罪金额", "涉案资金", "涉案流水", "涉案资金流水", "赌资"),
    *("非法获利", "违法所得", "非法所得", "非法牟利", "非法收益", "获利", "牟利", "盈利"),
    *("流水", "资金流水", "交易额", "成交额", "交易金额", "销售额", "销售金额", "营业额"),
    *("损失", "经济损失", "投注额", "投注金额", "投注总额", "押注总额", "销售总额"),
    *("经营额", "非法经营额", "违法经营额"),
}
"""Words that are labels as printed."""
_WEAK = re.compile(
    "^(?:转账|汇款|转款|打款|支付|付款|充值|打赏|投资|投入|收取|收益|所得|报酬|佣金|好处费|抽成|抽水|抽头|抽佣|提成|变现|收[费款钱息到了走]?|到手|入账|进账|共得|募得|吸收会费|会费|"
    "获取|结算|骗|转入|转出|洗钱|洗白|转移|归集|过账|走账|跑分|取现|套现|赚了?|.*收入)$"
)
"""Words that may govern a sum of another kind too."""
_OTHER = re.compile(
    "查扣|扣押|冻结|查封|止付|挽回|挽损|追回|追缴|返还|退还|退赃|退赔|退缴|退款|退回|拦截|罚款|罚金|罚没|处罚|"
    "奖励举报|悬赏|缴获|起获|收缴|查获(?!涉案(?:资金|金额|款|流水)|赌资|获利|违法所得|非法)|没收|收缴|上缴|剩余|余下|避免|追赃|止损|劝阻|赔偿|补偿|"
    "注册资[本金]|注资|承诺|许诺|约定|保底|月入|日入|日赚|月赚|可(?:赚|获|得)|能(?:赚|获)|"
    "市值|均价|定价(?!值)|售价|单价|原价|价格|人均|分别|各自|每|单[次笔]|一[条个单次张]|"
    "花费|花了|成本|现金(?=[0-9]|$)|起步|最低"
)
_EACH = re.compile("每|单[次笔]|人均|各自|分别")
_AMID = re.compile(
    "(?:了|人民币|折合|共计?|合计|总计|累计|达到?|高达|约为?|为|是|近|超过?|逾|达|等|：|□)*$"
)
_OWN_SUM = re.compile("[0-9万亿千百]元")
_CONTINUED = re.compile(f"[^，。]{{0,4}}?(?:到|至)|{_AMID.pattern}")
"""A clause that goes on from a sum before: 查实到280万元, 累计50万元."""
_PREVENTED = re.compile("劝阻|保住|避免|阻止|拦截|止付|挽回|挽损|止损")
_PER_PIECE = re.compile(
    "(?:元)?(?:一|每|/|1)(?:[条个张套次份单人天月日部台组枚起只篇]|包|年)"
    "|不等(?:的(?:单)?价格|的(?:费用|报酬))?|的?(?:价格|单价|高价|低价)|的(?:费用|报酬|好处|酬劳)"
    "|(?:的)?(?:罚款|罚金|奖金|奖励|保证金|押金|赔偿|定金|现金奖)|以下罚款"
)
_PAYMENT = re.compile(
    "奖金|奖励|余额|保证金|押金|定金|月薪|工资|底薪|日薪|房租|租金|月租|返利|返现|贷款|借款(?!人)|欠款|保释|取保|注册费"
)
"""Payments, which are sums of a case only if somebody was cheated out of them."""
_RETURNED_AFTER = re.compile(
    "[^，。；]{0,6}?(?:追缴|没收|退缴|冻结|扣押|返还|追回|止付|退赔|退还|拦截|挽回)"
)
_LOST_AFTER = re.compile("[^，。；]{0,8}?被(?:转|骗|划|盗|诈|卷|取|刷)|打了水漂")
_TAKEN_AFTER = re.compile("[^，。；]{0,8}?(?:转走|划走|骗走|盗走|取走|卷走|转移|打了水漂)")
_LOSS_AFTER = re.compile("(?:的)?(?:直接|间接)?(?:经济|财产)?损失")
_FUNDS_AFTER = re.compile(
    "(?:的)?(?:涉案|涉诈|赌博|非法|犯罪|诈骗)?(?:资金|赌资|赃款|货款|钱款|存款)"
)
_ATTEMPTED = re.compile(
    "欲|企图|试图|未遂|险些|险被|差点|要求|准备|打算|拟|计划|疑似|声称|未得逞|让其|诱导|催促"
)
_TOLD_TOTAL = re.compile("(?:累计|共计|合计|总计|高达|共)(?:达|约|超|近|人民币)*$")
_TOTAL = re.compile("累计|共计?|总|合计|先后|总计")
_MARKED = [re.compile(words) for _, words in LABELS]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a sum is; ranks are those of LABELS."""

    rank: int
    label: str
    is_strong: bool
    """Whether the word before the sum can govern only sums of this kind."""
    is_total: bool


_LENT = ("贷款", "借款")
_UNNAMED = Kind(UNNAMED, LABELS[0][0], is_strong=False, is_total=False)


def kind_of(clause: str, earlier: str, after: str) -> Kind | None:
    """The kind of a sum; None for sums that are not of a case, as fines, prices and sums frozen.

    `clause` is the text before the sum in its clause, `earlier` that of its sentence before
    the clause, `after` the text behind the sum.
    """
    if _PER_PIECE.match(after):
        return None
    total = bool(_TOTAL.search(clause))
    is_doubtful = bool(_ATTEMPTED.search(clause) or _RETURNED_AFTER.match(after))
    other = max((one.end() for one in _OTHER.finditer(clause)), default=-1)
    found = _nearest(clause)
    if _PREVENTED.search(clause) or _is_of_each(clause):
        return None
    if (paid := _PAYMENT.search(clause)) and not (found and _VERB.search(clause)):
        return _UNNAMED if paid[0] in _LENT else None
    if found and (found.is_noun and other >= 0 and not found.is_after(other)):
        return None
    if found and found.end >= other:
        return Kind(found.rank, found.label, found.is_strong and not is_doubtful, total)
    if other >= 0:
        return None
    if _LOSS_AFTER.match(after):
        return Kind(_LOSS, LABELS[_LOSS][0], True, total)
    if _LOST_AFTER.match(after):
        return Kind(_CHEATED, LABELS[_CHEATED][0], not is_doubtful, total)
    if _TAKEN_AFTER.match(after) or _FUNDS_AFTER.match(after):
        return Kind(_CHEATED, LABELS[_CHEATED][0], False, total)
    return _kind_before(clause, earlier, total)


def _is_of_each(clause: str) -> bool:
    """Whether a clause tells what each of several got or paid, and no total after it."""
    each = max((one.end() for one in _EACH.finditer(clause)), default=-1)
    return each >= 0 and not _TOTAL.search(clause, each)


def _kind_before(clause: str, earlier: str, total: bool) -> Kind:
    """The kind by the clauses before, for a clause that says no more than how much."""
    for before in reversed(re.split("[，（]", earlier)):
        if _EACH.search(before):
            continue
        found = _nearest(before)
        has_its_own = _OWN_SUM.search(before) and not _CONTINUED.fullmatch(clause)
        if _OTHER.search(before) or has_its_own:
            break
        if found is not None:
            is_strong = found.is_strong and found.rank == 0 and bool(_AMID.fullmatch(clause))
            return Kind(found.rank, found.label, is_strong, total)
    is_total = _TOLD_TOTAL.search(clause) is not None
    return Kind(UNKNOWN if is_total else UNNAMED, LABELS[0][0], is_strong=False, is_total=is_total)


@dataclass(frozen=True, slots=True)
class _Word:
    rank: int
    text: str
    start: int
    end: int
    clause: str

    @property
    def label(self) -> str:
        printed = self.clause[max(0, self.start - 4) : self.end]
        names = [name for name in _NAMES if printed.endswith(name)]
        return max(names, key=len, default=LABELS[self.rank][0])

    @property
    def is_noun(self) -> bool:
        """Whether it names a sum, which a verb before it may have seized or refunded."""
        return bool(_NOUN.search(self.text))

    @property
    def is_strong(self) -> bool:
        near = _AMID.sub("", self.clause[self.end :])
        return not _WEAK.match(self.text) and len(near) <= _FAR

    def is_after(self, place: int) -> bool:
        """Whether a verb of another kind than seizing comes between a place and this word."""
        between = self.clause[place : self.start]
        return bool(_VERB.search(between))


_NOUN = re.compile("金额|资金|款|赌资|流水|所得|收益|损失|收入|价值|额|涉案")
_VERB = re.compile("骗|获利|索|敲诈|勒索|牟|赚|涉案|收|盗|窃|得")
_FAR = 12
"""Characters between a word and the sum that it governs, beyond which that is not sure."""


def _nearest(clause: str) -> _Word | None:
    """The word that ends nearest to the end of a clause; of those the longest, then by rank."""
    found = [
        _Word(rank, match[0], match.start(), match.end(), clause)
        for rank, pattern in enumerate(_MARKED)
        for match in pattern.finditer(clause)
    ]
    found.sort(key=lambda one: (one.end, -one.start, -one.rank))
    strong = [one for one in found if not _WEAK.match(one.text)]
    is_weak = bool(found) and _WEAK.match(found[-1].text) is not None
    return (strong or found)[-1] if is_weak and strong else found[-1] if found else None
