"""The table of the facts of a case: pages, data interface, tables and search are made from it.

A row has a key, a title, a description, the value of a case, and its form in each output. The order
of the rows is the order in all outputs. Published keys are permanent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Literal

from casebook.schema import fact_lines, fact_texts, fact_values
from casebook.schema import part_records as records
from casebook.schema.fact import CaseContext, Cell, Column, Fact, PageFact, api_fact, plain_fact
from casebook.texts import pages as texts

# fmt: off
FACTS: tuple[Fact, ...] = (
    api_fact("status", "状态", "published：已发布", attrgetter("fields.status.value"),
             fields=("status",), api=Literal["published"]),
    Fact("id", "", "", attrgetter("case.id"),
         fields=(), api=records.Id, page=None, search={}, for_withdrawn=True,
         columns=[Column(title="编号", description="案例编号：通报编号、斜杠、通报中的序号")]),
    Fact("status_name", "状态", "已发布或者已撤回",
         lambda context: texts.table("STATUS")[context.fields.status.value],
         fields=("status",), api=None, columns=[Column()], page=None, search={},
         for_withdrawn=True),
    api_fact("number", "", "", attrgetter("case.number"), fields=(), api=records.Number),
    api_fact("address", "", "", attrgetter("address"), fields=(), api=records.Address),
    api_fact("url", "", "", attrgetter("url"), fields=(), api=records.Url),
    Fact("title", "标题", "案例的标题，姓名已隐去", attrgetter("case.title"),
         fields=("title",), api=str, columns=[Column()], page=None,
         search={"title": lambda context: [context.case.title]}),
    Fact("date", "发现或侦破日期", "公安机关发现或侦破的日期：2024、2024-04或者2024-04-09",
         lambda context: str(context.case.date),
         fields=("date",), api=str, columns=[Column(description="到年、到月或者到日，不去猜")],
         page=fact_lines.date, search={"facts": lambda context: [context.case.date.chinese]}),
    api_fact("date_precision", "日期精度", "year（到年）、month（到月）、day（到日）",
             fact_values.date_precision, fields=("date",), api=Literal["year", "month", "day"]),
    Fact("province", "省份", "通报没有写明的为空", attrgetter("case.province"),
         fields=("province",), api=records.PlaceRecord | None, columns=[Column(attrgetter("name"))],
         page=None, search={}),
    Fact("cities", "城市", "全省性的案例没有城市",
         fact_values.cities,
         fields=("city", "province", "district"), api=tuple[records.CaseCityRecord, ...],
         columns=[Column(fact_texts.joined("printed"),
                         description="照通报，从前的名称不改；几个城市用顿号隔开"),
                  Column(fact_texts.joined("code"), "城市代码",
                         "现在的城市的GB/T 2260行政区划代码，与城市一一对应")],
         page=fact_lines.places,
         search={"facts": attrgetter("case.place_names"),
                 "unseen": fact_texts.full_places}),
    Fact("district", "区县", "通报没有写明的为空", fact_values.district,
         fields=("district",), api=records.CaseDistrictRecord | None,
         columns=[Column(attrgetter("printed"),
                         description="照通报，从前的名称不改；没有写明的为空")],
         page=None, search={"facts": lambda context: filter(None, [context.fields.district])}),
    Fact("offences", "类型", "本站编辑口径，不代表定性；主要的在前",
         attrgetter("case.offences"),
         fields=("offence",), api=tuple[records.OffenceRecord, ...],
         columns=[Column(fact_texts.joined("title"),
                         description="本站编辑口径，不代表定性；几个类型用顿号隔开")],
         page=fact_lines.offences,
         search={"facts": lambda context: [group.title for group in context.case.offences]}),
    api_fact("charge", "罪名",
             "通报写明的才有，几个的是第一个；通报时判决还没有生效的，都是涉嫌的罪名",
             lambda context: next((charge.name for charge in context.case.charges), None),
             fields=("charge",), api=str | None),
    Fact("charges", "罪名和条文", "通报写明的全部罪名，照通报的次序",
         attrgetter("case.charges"),
         fields=("charge",), api=tuple[records.StatedChargeRecord, ...],
         columns=[Column(fact_texts.joined("name"), "罪名",
                         "通报写明的才有，几个罪名用顿号隔开；通报时判决还没有生效的，都是涉嫌的罪名")],
         page=fact_lines.charges,
         search={"text": lambda context: [charge.name for charge in context.case.charges],
                 "unseen": fact_texts.other_charges}),
    Fact("acts", "违法行为", "行政案件的违法行为和处罚种类，通报写明的才有",
         attrgetter("case.acts"),
         fields=("act",), api=tuple[records.StatedActRecord, ...],
         columns=[Column(fact_texts.joined("name"),
                         description="行政案件的违法行为和处罚种类，几个用顿号隔开")],
         page=fact_lines.acts,
         search={"text": lambda context: [act.name for act in context.case.acts]}),
    plain_fact("agency", "办案单位", "通报所列的单位", str | None),
    Fact("kind", "种类", "案例；没有犯罪嫌疑人的警示是“提示”",
         attrgetter("fields.kind.value"),
         fields=("kind",), api=Literal["案例", "提示"], columns=[Column()], page=None, search={}),
    Fact("stage", "办理阶段", "本站已知的最新阶段；提示没有阶段",
         fact_values.stage, fields=("stage", "updates.stage"), api=records.StageRecord | None,
         columns=[Column(attrgetter("name"))], page=fact_lines.stage,
         search={"facts": fact_texts.stage}),
    Fact("step", "办理步骤", "比阶段更细的一步，通报写明的才有",
         lambda context: fact_values.step_record(context.case.step),
         fields=("step", "updates.step"), api=records.PartRecord | None,
         columns=[Column(attrgetter("name"))], page=None,
         search={"text": lambda context: [context.case.step.name] if context.case.step else []}),
    api_fact("is_judged", "判决是否生效",
             "未经人民法院依法判决，对任何人都不得确定有罪；转载时请保留这句话",
             attrgetter("case.stage.is_judged"), fields=("stage", "updates.stage"), api=bool),
    api_fact("steps", "办理进程", "通报时的阶段和后来的进展，按先后排列",
             lambda context: tuple(fact_values.steps(context)), api=tuple[records.StepRecord, ...],
             fields=("stage", "updates.date", "updates.stage", "updates.note",
                     "updates.source_url")),
    Fact("people", "人数",
         "通报写明的人数，是people_at那个阶段的，不一定是现在阶段的；行政案件不写，不同阶段的不能相加",
         fact_values.people, fields=("people.count",), api=int | None,
         columns=[Column(description="是“人数所指阶段”的人数，不一定是现在阶段的；行政案件不写")],
         page=fact_lines.people, search={}),
    Fact("people_at", "人数所指阶段", "人数是在哪一个办理阶段的；没有人数的为空",
         fact_values.people_at, fields=("people.at",), api=records.StageRecord | None,
         columns=[Column(attrgetter("name"))], page=None, search={}),
    Fact("amount", "金额", "通报写明的金额", fact_values.amount,
         fields=("amount.text", "amount.at", "amount_label"), api=records.AmountRecord | None,
         columns=[Column(attrgetter("label"), "金额名目", "通报对这笔钱的称呼"),
                  Column(lambda told: told.at and told.at.name, "金额所指阶段", "没有写明的为空"),
                  Column(attrgetter("text"), "金额", "照通报原样写；以它为准"),
                  Column(attrgetter("yuan"), "金额（元）",
                         "换算成元，范围取较小的数；只说数量级的取一个单位"),
                  Column(attrgetter("upper"), "金额上限（元）", "范围中较大的数")],
         page=fact_lines.amount,
         search={"text": fact_texts.amount, "unseen": fact_texts.amount_in_digits}),
    Fact("victims", "被害人数", "通报写明的被害人数",
         lambda context: context.fields.victims and context.fields.victims.count,
         fields=("victims.count",), api=int | None, columns=[Column()],
         page=fact_lines.victims, search={}),
    Fact("loss", "被害人损失", "通报写明的损失", fact_values.loss,
         fields=("victims.loss",), api=records.MoneyRecord | None,
         columns=[Column(attrgetter("text"))], page=None, search={"text": fact_texts.loss}),
    plain_fact("prosecutor", "检察机关", "通报所列的检察院", str | None),
    plain_fact("court", "审理法院", "通报所列的法院", str | None),
    plain_fact("sentence", "判决刑罚", "通报写明的刑罚", str | None),
    plain_fact("outcome", "处理结果", "通报写明的其他结果", str | None),
    Fact("figures", "其他数据", "名目和通报中的写法", lambda context: dict(context.fields.figures),
         fields=("figures",), api=dict[str, str],
         columns=[Column(fact_texts.pairs, description="名目和通报中的写法，用分号隔开")],
         page=fact_lines.figures, search={"text": fact_texts.figures}),
    Fact("notes", "进展说明", "后来的进展的说明，接口写在办理进程里", lambda context: None,
         fields=("updates.note",), api=None, columns=[], page=None,
         search={"text": lambda context: [one.note for one in context.fields.updates if one.note]}),
    Fact("summary", "摘要", "一两句话", attrgetter("fields.summary"),
         fields=("summary",), api=str, columns=[Column()], page=None,
         search={"summary": lambda context: [context.fields.summary]}),
    api_fact("published", "发布日期", "通报的发布日期；媒体报道是通报的日期，转载是转载的日期",
             attrgetter("case.bulletin.fields.published"), fields=(), api=date),
    Fact("bulletin", "通报", "案例出自哪一期通报",
         lambda context: fact_values.bulletin_record(context.case.bulletin),
         fields=(), api=records.CaseBulletinRecord,
         columns=[Column(attrgetter("title"), "通报标题", "通报的标题"),
                  Column(attrgetter("publisher"), "发布单位", "通报的发布单位"),
                  Column(lambda bulletin: str(bulletin.published), "发布日期",
                         "通报的发布日期；媒体报道是通报的日期，转载是转载的日期"),
                  Column(attrgetter("source_kind"), "来源性质", "通报、媒体报道或者转载"),
                  Column(attrgetter("source"), "来源", "案例依据什么文本编写"),
                  Column(attrgetter("source_url"), "来源网址", "来源的网址")],
         page=fact_lines.bulletins, search={}),
    Fact("site_published", "本站发布时间", "案例在本站公开的时间；没有记录的为空",
         attrgetter("case.site_published"),
         fields=("site_published",), api=datetime | None,
         columns=[Column(lambda time: time.strftime("%Y-%m-%d %H:%M"),
                         description="案例在本站公开的北京时间")],
         page=None, search={}),
    Fact("page", "网页", "完整网址；不知道时从站名以后写起",
         lambda context: context.url or context.address,
         fields=(), api=None, columns=[Column()], page=None, search={}),
    api_fact("related", "相关案例", "相关案例的编号", attrgetter("related"), fields=("related",),
             api=tuple[records.Id, ...]),
    api_fact("also_in", "另见通报", "载有同一案件的其他通报；案件只计一次",
             lambda context: [{"bulletin": one.id, "number": at} for one, at in context.also_in],
             fields=("also_in.bulletin", "also_in.number"), api=tuple[records.AlsoInRecord, ...]),
    Fact("corrections", "更正", "本站的更正", attrgetter("fields.corrections"),
         fields=("corrections.date", "corrections.note"), api=tuple[records.CorrectionRecord, ...],
         columns=[], page=None,
         search={"text": lambda context: [one.note for one in context.fields.corrections]}),
    api_fact("aliases", "曾用编号", "从前的编号，现在指向本案", attrgetter("aliases"),
             fields=("aliases",), api=tuple[records.Id, ...]),
    Fact("modified", "修改日期", "最近一次更正或者后续进展的日期；没有的为空",
         lambda context: fact_values.modified(context.case),
         fields=("updates.date", "corrections.date"), api=date | None,
         columns=[Column(str, description="最近一次更正或者后续进展的日期")],
         page=None, search={}),
    Fact("withdrawn", "撤回", "撤回的日期和原因", attrgetter("fields.withdrawn"),
         fields=("withdrawn.date", "withdrawn.reason"), api=None,
         columns=[Column(lambda withdrawn: str(withdrawn.date), "撤回日期", "撤回的日期"),
                  Column(attrgetter("reason"), "撤回原因", "撤回的原因")],
         page=None, search={}, for_withdrawn=True),
)
# fmt: on

INTERNAL = {
    "allow": "which findings of the checks are false alarms",
    "review_on": "the day by which an editor must review the case",
}
"""The fields of a case that are not published, each with its purpose."""

COLUMNS = tuple(heading for fact in FACTS for heading in fact.headings)
"""The titles and descriptions of the columns of the tables."""

SEARCHED = tuple(field for fact in FACTS for field in fact.search.items())
"""The fields of a search document beside the paragraphs, each with the function of its texts."""


def cells(context: CaseContext) -> tuple[Cell, ...]:
    """The row of a case in the tables; of a withdrawn one, only the `for_withdrawn` facts."""
    return tuple(cell for fact in FACTS if fact.columns for cell in fact.cells(context))


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts on the page of a case; computed when a template asks, told apart by their case."""

    context: CaseContext

    def __iter__(self) -> Iterator[PageFact]:
        return (line for fact in FACTS if fact.page for line in fact.page(self.context))
