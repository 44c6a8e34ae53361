"""The rules on persons, sentence by sentence. Every name here is made up.

The tables hold what the rules promise, and what must never set them off: role words followed by
ordinary words, masked names, offices, places and companies.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .sites import TAIYUAN, report, sound

CASE, INDEX = f"{TAIYUAN}/02.md", f"{TAIYUAN}/index.md"

UNMASKED = (
    "这里的姓名没有隐去。请写成“{}”。不是姓名的，把这个词写进 cases/words.txt，一行一个；"
    "确需写出的民警、公开人物，请写进放行（allow）并写明理由。[name-unmasked]"
)
TELLING = "姓名没有全部隐去，还能看出名里的字。请改为“{}某某”。[name-telling]"
SEALED = (
    "行政处罚案件不能出现当事人（“{}”）。治安管理处罚法第一百三十六条规定违法记录应当封存："
    "请删去姓氏、称呼、年龄、性别、职业和籍贯，只写行为。[administrative-person]"
)


def masked(name: str) -> str:
    """A name as it should be written."""
    return name[0] + "某" * (len(name) - 1)


def lines_for(tmp_path: Path, body: str, **changes: str) -> list[str]:
    """What the rules on persons report of a case with this body, which begins on line 10."""
    lines = report(tmp_path, {CASE: sound(CASE, body, **changes)})
    return [line for line in lines if "[wording-" not in line]


@pytest.mark.parametrize(
    ("sentence", "column", "name"),
    [
        ("犯罪嫌疑人张建明被抓获。", 6, "张建明"),
        ("犯罪嫌疑人张磊被抓获。", 6, "张磊"),
        ("犯罪嫌疑人张磊涉嫌出售账号。", 6, "张磊"),
        ("警方抓获犯罪嫌疑人李秀兰。", 10, "李秀兰"),
        ("警方抓获犯罪嫌疑人李秀兰、王某。", 10, "李秀兰"),
        ("犯罪嫌疑人李秀兰，无业。", 6, "李秀兰"),
        ("犯罪嫌疑人李秀兰（女）到案。", 6, "李秀兰"),
        ("犯罪嫌疑人：李秀兰，无业。", 7, "李秀兰"),
        ("犯罪嫌疑人:李秀兰，无业。", 7, "李秀兰"),
        ("犯罪嫌疑人赵卫东等8人被抓获。", 6, "赵卫东"),
        ("犯罪嫌疑人赵卫东等人被抓获。", 6, "赵卫东"),
        ("违法嫌疑人孙志强因散布谣言受到处理。", 6, "孙志强"),
        ("嫌疑人周玉梅及其同伙被抓获。", 4, "周玉梅"),
        ("被告人吴海涛与他人共谋。", 4, "吴海涛"),
        ("被告人郑卫东和他人共谋。", 4, "郑卫东"),
        ("被害人冯淑芬在网上转账。", 4, "冯淑芬"),
        ("受害人陈桂英，损失三万元。", 4, "陈桂英"),
        ("法定代表人蒋国庆、股东李某到场。", 6, "蒋国庆"),
        ("公司法定代表人沈文斌被依法采取强制措施。", 8, "沈文斌"),
        ("公司法人代表韩雪梅在太原落网。", 7, "韩雪梅"),
        ("违法行为人杨春燕因编造消息受到处理。", 6, "杨春燕"),
        ("涉案人员包括犯罪嫌疑人朱小红", 12, "朱小红"),
        # Allowed by an editor only: officers and studios that bear a name
        ("民警王建国走进社区宣讲。", 3, "王建国"),
        ("太原市公安局张建明工作室开展宣传。", 7, "张建明"),
    ],
)
def test_a_name_in_full(sentence: str, column: int, name: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, f"{sentence}\n") == [
        f"{CASE}:10:{column}: {UNMASKED.format(masked(name))}"
    ]


@pytest.mark.parametrize(
    ("sentence", "column", "surname"),
    [
        ("张某明、王某等人被抓获。", 1, "张"),
        ("王某、张某明等人被抓获。", 4, "张"),
        ("张某明，无业。", 1, "张"),
        ("抓获张某明。", 3, "张"),
        ("张某明；王某", 1, "张"),
        ("张某明（在逃）", 1, "张"),
        ("张某明等人被抓获。", 1, "张"),
        ("张某明等8人被抓获。", 1, "张"),
        ("犯罪嫌疑人张某明，无业。", 6, "张"),
        ("高某明等3名嫌疑人被抓获。", 1, "高"),
        ("张某明涉嫌出售账号。", 1, "张"),
        ("张某村，无业。", 1, "张"),
        ("抓获李某月。", 3, "李"),
    ],
)
def test_a_name_that_keeps_its_last_character(
    sentence: str, column: int, surname: str, tmp_path: Path
) -> None:
    assert lines_for(tmp_path, sentence) == [f"{CASE}:10:{column}: {TELLING.format(surname)}"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("张建明等人侵犯公民个人信息案", "张建明"),
        ("张磊等人侵犯公民个人信息案", "张磊"),
        ("张建明等8人侵犯公民个人信息案", "张建明"),
        ("张建明等八人侵犯公民个人信息案", "张建明"),
        ("张建明涉嫌侵犯公民个人信息案", "张建明"),
        ("张磊涉嫌侵犯公民个人信息案", "张磊"),
    ],
)
def test_a_name_at_the_head_of_a_title(title: str, name: str, tmp_path: Path) -> None:
    assert report(tmp_path, {CASE: sound(CASE, title=title)}) == [
        f"{CASE}:2:8: {UNMASKED.format(masked(name))}"
    ]


@pytest.mark.parametrize("title", ["张某明涉嫌侵犯公民个人信息案", "张某明等人侵犯公民个人信息案"])
def test_a_title_that_keeps_the_last_character(title: str, tmp_path: Path) -> None:
    assert report(tmp_path, {CASE: sound(CASE, title=title)}) == [
        f"{CASE}:2:8: {TELLING.format('张')}"
    ]


def test_a_surname_that_is_also_a_word_is_read_before_deng(tmp_path: Path) -> None:
    assert lines_for(tmp_path, "犯罪嫌疑人高建明等8人被抓获。") == [
        f"{CASE}:10:6: {UNMASKED.format('高某某')}"
    ]


def test_the_summary_is_read(tmp_path: Path) -> None:
    summary = "犯罪嫌疑人张建明涉嫌编造停水消息，张某明、王某等人在网上广泛传播。"
    assert report(tmp_path, {CASE: sound(CASE, summary=summary)}) == [
        f"{CASE}:7:15: {UNMASKED.format('张某某')}",
        f"{CASE}:7:27: {TELLING.format('张')}",
    ]


def test_every_line_is_read(tmp_path: Path) -> None:
    body = "第一行。\n\n第三行，犯罪嫌疑人张建明被抓获，犯罪嫌疑人李秀兰在逃。"
    assert lines_for(tmp_path, body) == [
        f"{CASE}:12:{column}: {UNMASKED.format(name)}"
        for column, name in ((10, "张某某"), (22, "李某某"))
    ]


@pytest.mark.parametrize("path", [INDEX, "docs/offences/personal-info.md", "docs/about.md"])
def test_every_kind_of_file_is_read(path: str, tmp_path: Path) -> None:
    text = sound(path, "犯罪嫌疑人张建明被抓获。")
    line = len(text.splitlines())
    message = UNMASKED.format("张某某")
    assert report(tmp_path, {path: text}) == [f"{path}:{line}:6: {message}"]


@pytest.mark.parametrize(
    "sentence",
    [
        # Masked as the rule wants it
        "犯罪嫌疑人马某某、王某等8人被抓获。",
        "犯罪嫌疑人王某、李某到案。",
        "犯罪嫌疑人王某某被抓获。",
        "犯罪嫌疑人：王某某，无业。",
        "犯罪嫌疑人高某某等人被抓获。",
        "犯罪嫌疑人金某、向某到案。",
        "犯罪嫌疑人林某甲、林某乙被抓获。",
        "犯罪嫌疑人欧阳某某被抓获。",
        "犯罪嫌疑人魏某非法获取数据。",
        "魏某非法获取数据。",
        "王某等人被抓获。",
        "王某等8人被抓获。",
        "王某某等人被抓获。",
        "王某与李某共谋。",
        "王某和李某共谋。",
        "王某及其同伙被抓获。",
        "王某被抓获。",
        "王某伙同他人出售账号。",
        "王某等。",
        "受害人李女士在网上转账。",
        "受害人王先生、陈老师被骗。",
        "抓获王某后，警方扩大侦查。",
        "据王某称，账号系购买所得。",
        "从王某处、李某家，查获手机8部。",
        "张某甲、张某乙被抓获。",
        "金某在逃。",
        "受害人李某在网上转账。",
        "公司法定代表人周某被依法采取强制措施。",
        # A role word and no name
        "犯罪嫌疑人于6月被抓获。",
        "犯罪嫌疑人于2024年6月被抓获。",
        "犯罪嫌疑人成立工作室，对外出租账号。",
        "犯罪嫌疑人向他人出售账号。",
        "犯罪嫌疑人高价收购账号。",
        "犯罪嫌疑人何时作案，仍在查证。",
        "犯罪嫌疑人任意修改数据。",
        "犯罪嫌疑人许以高额回报。",
        "犯罪嫌疑人许以“保本”的承诺。",
        "犯罪嫌疑人连夜逃往外地。",
        "犯罪嫌疑人在境外租用服务器。",
        "犯罪嫌疑人利用黑客工具窃取数据。",
        "犯罪嫌疑人通过网络出售账号。",
        "犯罪嫌疑人8人被抓获。",
        "13名犯罪嫌疑人已被刑事拘留。",
        "全部犯罪嫌疑人被抓获。",
        "犯罪嫌疑人被抓获。",
        "犯罪嫌疑人及其同伙被抓获。",
        "犯罪嫌疑人、被告人有权委托辩护人。",
        "犯罪嫌疑人曾在某公司工作。",
        "犯罪嫌疑人程某某被抓获。",
        "3名法定代表人被依法采取刑事强制措施。",
        "法定代表人和股东到场。",
        "法定代表人变更为他人。",
        "受害人在转账后报警。",
        "受害人通过平台投诉。",
        "受害人钱财受损。",
        "受害人付款后被拉黑。",
        "受害人付费后、付钱后被拉黑。",
        "根据被害人陈述、转账记录查明。",
        "被害人钱款被转走。",
        "被害人钱物被骗走。",
        "犯罪嫌疑人许诺，三日内返还本金。",
        "犯罪嫌疑人马上被抓获。",
        "犯罪嫌疑人曾经在境外租用服务器。",
        "被害人可以申请法律援助。",
        "被告人有权获得辩护。",
        # Neither role word nor person
        "某平台的账号被倒卖。",
        "窝点位于某村，已被捣毁。",
        "于某日，警方接到报案。",
        "万柏林某店，被责令整改。",
        "万柏林某商户，被责令整改。",
        "浙江某厂，被责令整改。",
        "浙江某路，已封闭。",
        "向某地，寄送手机卡。",
        "浙江某高校，发布公告。",
        "某公司、某平台被约谈。",
        "某公司等3家企业被约谈。",
        "多所高校参加活动。",
        "高校等单位参加活动。",
        "涉案金额超500万元，涉及2100余条信息。",
        "王者归来等8款游戏的账号被倒卖。",
        "石家庄等地警方协助。",
        "温州、金华等地警方协助。",
        "任何人不得编造、传播谣言。",
        "成某网络公司、某科技公司被约谈。",
        "编造“某地停水”的消息。",
        "有人在某小区张贴假通知。",
    ],
)
def test_sentences_that_name_nobody(sentence: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, sentence) == []


@pytest.mark.parametrize(
    "title",
    [
        "王某等人涉嫌买卖账号案",
        "王某某等人涉嫌买卖账号案",
        "欧阳某某涉嫌买卖账号案",
        "严某等人涉嫌买卖账号案",
        "金华等地买卖账号案",
        "高某某等8人买卖账号案",
        "成立公司买卖账号案",
        "编造停电消息案",
        "网络水军非法经营案",
        "太原某公司涉嫌买卖账号案",
        "何某涉嫌编造停电消息案",
        "石家庄等3地网络水军案",
        "高校等8家单位信息泄露案",
        "温州涉嫌网络水军案",
        "金融涉嫌网络水军案",
        "浙江某高校信息泄露案",
        "万柏林某商户虚假宣传案",
    ],
)
def test_titles_that_name_nobody(title: str, tmp_path: Path) -> None:
    assert report(tmp_path, {CASE: sound(CASE, title=title)}) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("张某编造停水消息。", [(1, "张某")]),
        ("张某某编造停水消息。", [(1, "张某某")]),
        ("违法嫌疑人张某编造停水消息。", [(6, "张某")]),
        ("警方查明，张某、李某编造停水消息。", [(6, "张某"), (9, "李某")]),
        ("张某非法编造消息。", [(1, "张某")]),
        ("居民张某被处以行政拘留。", [(3, "张某")]),
        ("高某某编造停水消息。", [(1, "高某某")]),
        ("高某、金某等人编造停水消息。", [(1, "高某"), (4, "金某")]),
        ("何某因编造消息受到处理。", [(1, "何某")]),
        ("高某被处以行政拘留。", [(1, "高某")]),
        ("金某发布不实消息。", [(1, "金某")]),
        ("对王某处以行政拘留五日。", [(2, "王某")]),
        ("王某直播时编造停水消息。", [(1, "王某")]),
        ("王某网上发布不实消息。", [(1, "王某")]),
        ("王某日前编造停水消息。", [(1, "王某")]),
        ("一名34岁居民编造停水消息。", [(3, "34岁")]),
        ("该人，男，系本地居民。", [(1, "该人"), (4, "男")]),
        ("该人，女，系本地居民。", [(1, "该人"), (4, "女")]),
        ("张某，女，34岁，编造停水消息。", [(1, "张某"), (4, "女"), (6, "34岁")]),
        ("于某某编造停水消息。", [(1, "于某某")]),
        # The firm or the account of a person, and persons of whom the rumour tells
        ("王某公司的账号发布不实消息。", [(1, "王某")]),
        ("消息称男子、女子各一名走失。", [(4, "男子"), (7, "女子")]),
    ],
)
def test_an_administrative_case_shows_nobody(
    sentence: str, found: list[tuple[int, str]], tmp_path: Path
) -> None:
    assert lines_for(tmp_path, sentence, stage="行政处罚") == [
        f"{CASE}:10:{column}: {SEALED.format(word)}" for column, word in found
    ]


def test_title_and_summary_of_an_administrative_case_show_nobody(tmp_path: Path) -> None:
    changes = {
        "title": "张某编造停水消息案",
        "summary": "李某为博取关注编造停水消息，在网上广泛传播，警方查明后及时予以澄清。",
        "stage": "行政处罚",
    }
    assert report(tmp_path, {CASE: sound(CASE, **changes)}) == [
        f"{CASE}:2:8: {SEALED.format('张某')}",
        f"{CASE}:7:10: {SEALED.format('李某')}",
    ]


def test_the_last_update_makes_a_case_administrative(tmp_path: Path) -> None:
    steps = "[{date: 2024-07, stage: 行政处罚}]"
    assert lines_for(tmp_path, "张某编造停水消息。", updates=steps) == [
        f"{CASE}:11:1: {SEALED.format('张某')}"
    ]


def test_a_criminal_case_may_show_a_masked_person(tmp_path: Path) -> None:
    assert lines_for(tmp_path, "张某，女，34岁，涉嫌编造停水消息。") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "警方查明，停水消息系编造。",
        "当事人被处以行政拘留五日。",
        "违法行为人于6月编造停水消息。",
        "窝点位于某村，已被捣毁。",
        "于某日，警方接到报案。",
        "万柏林某店，被责令整改。",
        "万柏林某商户发布不实消息。",
        "浙江某厂，被责令整改。",
        "浙江某高校停课的消息系编造。",
        "浙江某地、某村停水的消息系编造。",
        "消息称子女，均已走失。",
        "违法嫌疑人在某平台发布不实消息。",
        "某公司、某平台被约谈。",
        "某科技公司的账号发布不实消息。",
        "某小区停水的消息系编造。",
        "某地、某村停水的消息系编造。",
        "和某某平台签订合同、由某某公司发布的消息不实。",
        "一名市民信以为真。",
        "于某平台发布不实消息。",
        "向某网站投稿。",
        "任何人不得编造、传播谣言。",
        "高校、医院等单位参加活动。",
        "未成年人满18周岁以前的记录应当封存。",
        "消息被转发3000余次，阅读量超10万。",
        "处五日以上十日以下拘留，可以并处一千元以下罚款。",
        "涉及2100余条消息、3个账号。",
        "何时停水，以公告为准。",
        "金额不足三千元。",
    ],
)
def test_an_administrative_case_without_persons(sentence: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, sentence, stage="行政处罚") == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"figures": "{当事人: 张某}"}, "8:16"),
        ({"agency": "张某所在单位"}, "8:9"),
        ({"corrections": "[{date: 2024-06-02, note: 原写张某}]"}, "8:42"),
        ({"updates": "[{date: 2024-05, stage: 行政处罚, note: 张某受罚}]"}, "8:46"),
    ],
)
def test_an_administrative_case_shows_nobody_in_any_field(changes, place, tmp_path):
    lines = report(tmp_path, {CASE: sound(CASE, stage="行政处罚", **changes)})
    assert [line.split(": ")[0] for line in lines] == [f"{CASE}:{place}"]


def test_a_reason_of_withdrawal_names_nobody(tmp_path):
    withdrawn = "{date: 2024-06-02, reason: 犯罪嫌疑人张建明、李某要求}"
    lines = report(tmp_path, {CASE: sound(CASE, status="withdrawn", withdrawn=withdrawn)})
    assert lines == [f"{CASE}:9:44: {UNMASKED.format('张某某')}"]
