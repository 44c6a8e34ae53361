"""Words of guilt: which sentences call a person guilty, and which warn or tell the law.

Every sentence is made up. ⟦ ⟧ stand around what is found first, and after → what to write there.
"""

from __future__ import annotations

import pytest

from .test_wording import CASE, INDEX, PAGE, content_of, lines, objections, split

GUILTY = """
⟦诈骗犯⟧李某某被抓获。 → 犯罪嫌疑人
⟦不法分子⟧李某某被抓获。 → 犯罪嫌疑人
⟦真凶⟧李某某被抓获。 → 犯罪嫌疑人
李某某⟦罪无可恕⟧，必将受到法律严惩。 → 依法处理
李某某⟦锒铛入狱⟧。 → 被依法采取措施
李某某的行为⟦构成了犯罪⟧。 → 涉嫌犯罪
李某某的行为已⟦构成诈骗罪⟧。 → 涉嫌诈骗罪
李某某等人已⟦构成非法经营罪⟧。 → 涉嫌非法经营罪
李某某已经⟦构成犯罪⟧。 → 涉嫌犯罪
该⟦骗子⟧被民警当场抓获。 → 犯罪嫌疑人
民警将⟦骗子⟧李某某抓获。 → 犯罪嫌疑人
⟦骗子⟧李某某落网。 → 犯罪嫌疑人
警方抓获⟦骗子⟧3名。 → 犯罪嫌疑人
李某某是⟦骗子⟧。 → 犯罪嫌疑人
李某某就是一个⟦骗子⟧。 → 犯罪嫌疑人
李某某等⟦不法分子⟧被抓获。 → 犯罪嫌疑人
以李某某为首的⟦不法分子⟧被抓获。 → 犯罪嫌疑人
警方抓获⟦不法分子⟧8名。 → 犯罪嫌疑人
3名⟦不法分子⟧落网。 → 犯罪嫌疑人
这伙⟦不法分子⟧被一网打尽。 → 犯罪嫌疑人
⟦元凶⟧李某某到案。 → 犯罪嫌疑人
幕后⟦真凶⟧落网。 → 犯罪嫌疑人
经查，李某某⟦犯罪事实清楚⟧，证据确凿。 → 涉嫌的犯罪事实正在查证
李某某⟦认罪伏法⟧。 → 到案
李某某已⟦伏法⟧。 → 到案
李某某最终⟦锒铛入狱⟧。 → 被依法采取措施
李某某⟦身陷囹圄⟧。 → 被依法采取措施
李某某⟦罪不可赦⟧。 → 依法处理
等待李某某的⟦将是法律的严惩⟧。 → 依法处理
李某某必将⟦受到法律的严惩⟧。 → 依法处理
李某某⟦难逃法律制裁⟧。 → 依法处理
嫌疑人⟦受到了应有的惩罚⟧。 → 依法处理
⟦盗窃犯⟧张某落网。 → 犯罪嫌疑人
⟦杀人犯⟧张某被抓获。 → 犯罪嫌疑人
警方抓获⟦盗窃犯⟧2名。 → 犯罪嫌疑人
电信网络⟦诈骗犯⟧李某某已被抓获。 → 犯罪嫌疑人
民警抓获一名⟦抢劫犯⟧。 → 犯罪嫌疑人
⟦歹徒⟧李某某被制服。 → 犯罪嫌疑人
民警与⟦歹徒⟧搏斗。 → 犯罪嫌疑人
⟦罪魁祸首⟧李某某被抓获。 → 犯罪嫌疑人
李某某⟦铁证如山⟧。 → 证据
李某某⟦作恶多端⟧。 → 涉嫌违法的行为
李某某⟦丧尽天良⟧，伸出魔爪。 → 涉嫌违法的行为
⟦犯罪人员⟧李某某到案。 → 犯罪嫌疑人
⟦劫匪⟧张某被抓获。 → 犯罪嫌疑人
⟦人贩子⟧王某被刑事拘留。 → 犯罪嫌疑人
⟦毒贩⟧王某被抓获。 → 犯罪嫌疑人
⟦诈骗分子⟧李某某被抓获。 → 犯罪嫌疑人
⟦犯罪头目⟧李某某被抓获。 → 犯罪嫌疑人
李某某其行为⟦已触犯刑法⟧。 → 涉嫌违反刑法
李某某系⟦诈骗犯⟧。 → 犯罪嫌疑人
有力震慑了⟦犯罪分子⟧。 → 犯罪嫌疑人
有力打击了⟦犯罪分子⟧的嚣张气焰。 → 犯罪嫌疑人
⟦小偷⟧王某被抓获。 → 犯罪嫌疑人
⟦窃贼⟧王某当场被抓。 → 犯罪嫌疑人
民警成功抓获⟦窃贼⟧。 → 犯罪嫌疑人
两名⟦骗子⟧落网。 → 犯罪嫌疑人
李某某的行为⟦构成侵犯公民个人信息罪⟧，已被刑事拘留。 → 涉嫌侵犯公民个人信息罪
⟦绑匪⟧落网。 → 犯罪嫌疑人
一举抓获⟦造谣者⟧李某某。 → 犯罪嫌疑人
⟦造谣者⟧李某某被刑事拘留。 → 犯罪嫌疑人
李某某这个⟦骗子⟧。 → 犯罪嫌疑人
警方将⟦不法分子⟧王某、李某抓获。 → 犯罪嫌疑人
⟦犯罪分子⟧王某某被抓获，警方提醒公众警惕。 → 犯罪嫌疑人
李某某确系⟦有罪⟧。 → 涉嫌犯罪
李某某将⟦面临法律的严惩⟧。 → 依法处理
等待他的⟦将是法律的制裁⟧，李某某悔之晚矣。 → 依法处理
李某某⟦受到了法律应有的制裁⟧。 → 依法处理
李某某⟦走上了犯罪道路⟧。 → 涉嫌犯罪
李某某已经⟦入狱⟧。 → 被依法采取措施
李某某⟦触犯了非法经营罪⟧。 → 涉嫌非法经营罪
李某某的行为已⟦构成电信网络诈骗犯罪⟧。 → 涉嫌电信网络诈骗犯罪
李某某诈骗⟦罪成立⟧。 → 涉嫌……罪
⟦不法商家⟧王某被查获。 → 犯罪嫌疑人
李某某⟦作恶多端⟧，天理难容。 → 涉嫌违法的行为
李某某⟦付出了应有的法律代价⟧。 → 依法处理
李某某⟦以身试法⟧。 → 涉嫌违法
"""
NEUTRAL = """
李某某⟦自食恶果⟧。 → 依法处理
李某某⟦把黑手⟧伸向老人。 → 涉嫌的行为
李某某伸出⟦魔爪⟧。 → 涉嫌的行为
李某某惨遭⟦毒手⟧。 → 涉嫌的行为
⟦法网恢恢⟧，疏而不漏。 → 依法处理
李某某⟦逍遥法外⟧多年。 → 在逃
"""
GENERAL = """
公安机关依法打击网络犯罪分子的违法活动，提醒公众。
警惕不法分子冒充客服。
谨防骗子。
警方提醒：不法分子常冒充客服实施诈骗。
不法分子常用的手法有三种。
提醒市民防范犯罪分子盗取信息。
不给犯罪分子可乘之机。
让犯罪分子无处遁形。
构成犯罪的，依法追究刑事责任。
情节严重，构成犯罪的，依法追究刑事责任。
是否构成犯罪，有待查明。
李某某的行为尚不构成犯罪。
出租银行卡可能构成帮助信息网络犯罪活动罪。
李某某涉嫌构成诈骗罪。
检察机关认为，李某某的行为已构成诈骗罪。
被害人不堪其扰。
举报骗子请拨打110。
骗子往往冒充公检法。
骗子会先取得信任。
遇到骗子不要慌。
切勿轻信骗子。
任何人违反法律都将受到法律的制裁。
网络不是法外之地，违法者必将受到法律严惩。
公安机关将依法严惩网络谣言。
不法分子利用AI换脸行骗，请广大群众提高警惕。
不法分子冒充客服骗取验证码。
有人发帖称李某某是骗子。
有人编造杀人犯逃窜的消息。
有人发布视频称人贩子落网。
散布“人贩子进村”的谣言。
神圣不可侵犯。
人格尊严不容侵犯。
任何单位和个人不得冒犯。
黑手机卡被查扣。
严厉打击电信网络诈骗犯罪。
网络诈骗犯罪手法翻新。
依法从重打击诈骗犯罪团伙。
以免锒铛入狱。
切莫贪图小利，最终锒铛入狱。
李某某涉嫌犯罪。
公民的合法权益不受侵犯。
李某某违法犯罪事实正在查证。
李某某自愿认罪认罚。
李某某交代了涉嫌的犯罪事实。
被害人的账号被盗。
事主报警称被骗子骗走三万元。
防骗子群。
小骗子游戏已下架。
打击犯罪分子，守护群众安全。
警方依法惩处犯罪分子。
请勿轻信不法分子的话术。
犯罪分子往往利用群众的恐慌心理。
根据刑法规定，犯罪分子违法所得的一切财物，应当予以追缴。
教唆犯的规定。
公安机关持续打击窃贼。
被害人丁某的账号被盗。
出台防范不法分子的措施。
证据确凿的谣言也要核实。
在逃人员李某某被抓获。
知法犯法。
民警提醒居民警惕小偷。
凶险路段。
真凶险的路段。
起伏法则。
未成年人犯错。
他人构成侵权。
李某某没有罪名。
曾因盗窃入狱的李某某被抓获。
被害人付出了沉重的代价。
不得确定任何人有罪。
买卖银行卡的人将面临法律的制裁。
切莫以身试法。
多人构成犯罪团伙。
组织结构构成犯罪集团的要件。
触犯刑法要负责任。
被害人丁某受到严重惊吓。
某公司法定代表人王某构成侵权。
李某某的行为不构成犯罪，被行政拘留。
"""


def guilt(sentence: str, **changes: str) -> list[tuple[str, int, str, str, bool]]:
    found = objections(content_of(CASE, sentence, **changes))
    return [one for one in found if one[0] in ("wording-guilt", "wording-neutral")]


@pytest.mark.parametrize("stage", ["侦破", "刑事拘留"])
@pytest.mark.parametrize("line", lines(GUILTY))
def test_a_sentence_that_calls_a_person_guilty(line: str, stage: str) -> None:
    sentence, place, words, right, _ = split(line)
    first = next(one for one in guilt(sentence, stage=stage) if one[0] == "wording-guilt")
    assert first == ("wording-guilt", place, words, right, False)


@pytest.mark.parametrize("line", lines(NEUTRAL))
def test_a_word_that_presumes_a_verdict(line: str) -> None:
    sentence, place, words, right, _ = split(line)
    assert guilt(sentence) == [("wording-neutral", place, words, right, False)]


@pytest.mark.parametrize("sentence", lines(GENERAL))
def test_a_sentence_on_nobody_in_particular(sentence: str) -> None:
    assert guilt(sentence, stage="刑事拘留") == []


@pytest.mark.parametrize("line", [*lines(GUILTY), *lines(NEUTRAL)])
def test_a_judged_case_may_call_a_person_guilty(line: str) -> None:
    assert guilt(split(line)[0], stage="判决生效") == []


def test_a_court_may_hold_that_a_crime_was_committed() -> None:
    sentence = "法院认为，李某某的行为已构成诈骗罪，以诈骗罪判处有期徒刑三年。"
    assert guilt(sentence, stage="一审判决") == []
    assert guilt("李某某的行为已构成诈骗罪。", stage="一审判决") == []
    prosecuted = "检察机关审查认为，李某某等人的犯罪事实清楚，证据确实、充分，依法提起公诉。"
    assert guilt(prosecuted, stage="提起公诉") == []


def test_an_administrative_case_may_name_its_offenders() -> None:
    assert guilt("造谣者被依法行政拘留。", stage="行政处罚") == []
    assert guilt("诈骗犯被依法行政拘留。", stage="行政处罚") == [
        ("wording-guilt", 0, "诈骗犯", "违法行为人", False)
    ]


def test_a_bulletins_lead_and_a_page() -> None:
    sentence = "警方抓获骗子8名，李某某锒铛入狱。"
    assert [one[2] for one in objections(content_of(INDEX, sentence))] == ["骗子", "锒铛入狱"]
    assert objections(content_of(PAGE, sentence)) == []


def test_the_tables_are_large() -> None:
    assert len(lines(GUILTY)) >= 70
    assert len(lines(GENERAL)) >= 60
