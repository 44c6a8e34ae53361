"""Writes synthetic bulletins that look like real ones, for measuring: the same for the same seed.

    python -m tests.bench.synthetic FOLDER --cases 1000

They use the real gazetteer and the offence groups of docs/offences/ and pass `casebook check`
without a word. They are made up, and published nowhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from casebook.content.contents import Offence
from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.law.charges import charges
from casebook.law.proceedings.stage import Stage
from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, Level, Place, gazetteer

from . import phrases

Value = TypeVar("Value")
Fields = dict[str, object]

ROOT = Path(__file__).parents[2]
FIRST_DAY, LAST_DAY = date(2019, 1, 7), date(2026, 6, 30)

PROVINCE_WEIGHTS = {"山西省": 12, "广东省": 6, "浙江省": 5, "江苏省": 5, "山东省": 4, "四川省": 4}
"""A province not named here weighs 1; one without cities and districts is left out."""

STAGE_WEIGHTS = {
    Stage.FILED: 6,
    Stage.CLEARED: 14,
    Stage.DETAINED: 14,
    Stage.MEASURES: 28,
    Stage.TRANSFERRED: 14,
    Stage.CHARGED: 6,
    Stage.FIRST_JUDGMENT: 5,
    Stage.FINAL_JUDGMENT: 3,
    Stage.PENALTY: 10,
}


def write(folder: Path, cases: int, seed: int = 1) -> None:
    """Writes `cases` cases, in bulletins of about ten, into `folder`."""
    writer = _Writer(Random(seed), offence_groups())
    left = cases
    while left:
        size = min(left, writer.random.randint(6, 14))
        for path, text in writer.bulletin(size):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        left -= size


def offence_groups() -> tuple[Offence, ...]:
    """The groups of docs/offences/."""
    return load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))[0].offences


def _was_law(name: str, day: date) -> bool:
    found = charges().find(name)
    return found is None or found.charge.since <= day


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the cases of a bulletin share; no `place` where they come from the whole country."""

    id: str
    published: date
    place: Place | None


@dataclass(frozen=True, slots=True)
class _Story:
    """What the front matter and the text of a case both tell."""

    places: tuple[Place, ...]
    district: Place | None
    group: Offence
    act: str
    means: str
    stage: Stage
    people: int
    name: str
    """Masked; not used where the case is administrative."""

    @property
    def where(self) -> str:
        return self.places[0].name + (self.district.name if self.district else "")

    @property
    def who(self) -> str:
        return f"{self.name}等{self.people}人" if self.people > 1 else self.name

    @property
    def title(self) -> str:
        if self.stage.is_administrative:
            return f"{self.where}查处{self.means}{self.act}案"
        others = "等人" if self.people > 1 else ""
        return f"{self.name}{others}涉嫌{self.means}{self.act}案"


@dataclass(slots=True)
class _Writer:
    random: Random
    groups: tuple[Offence, ...]
    ids: list[str] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def bulletin(self, size: int) -> Iterator[tuple[Path, str]]:
        """The files of a bulletin of that many cases, with their paths."""
        setting = self._setting()
        folder = Path(setting.id)
        omitted = [self.random.randint(1, size + 1)] if self._one_in(8) else []
        yield folder / "index.md", self._lead(setting, size, omitted)
        for number in range(1, size + len(omitted) + 1):
            if number not in omitted:
                yield folder / f"{number:02}.md", self._case(setting, f"{setting.id}/{number:02}")

    # Bulletins

    def _setting(self) -> _Setting:
        while True:
            published = self._day(FIRST_DAY, LAST_DAY)
            province = self._province()
            country, whole = self._one_in(20), self._one_in(2)
            place = None if country else province if whole else self._city(province)
            name = f"{published}-{place.slug if place else 'quanguo'}"
            if name not in self.folders:
                self.folders.add(name)
                return _Setting(name, published, place)

    def _lead(self, setting: _Setting, size: int, omitted: list[int]) -> str:
        expected = size + len(omitted)
        publisher = _police(setting.place) if setting.place else "公安部"
        fields: Fields = {
            "title": f"{publisher}通报{expected}起网络违法犯罪典型案例",
            "publisher": publisher,
            "published": setting.published,
            "expected": expected,
            "province": setting.place.province.name if setting.place else WHOLE_COUNTRY,
        }
        if omitted:
            fields["omitted"] = [
                {"number": number, "reason": self._pick(phrases.OMISSIONS)} for number in omitted
            ]
        if self._one_in(2):
            fields["campaign"] = f"净网{setting.published.year}"
        if self._one_in(2):
            fields["source_title"] = "网络违法犯罪典型案例通报"
            fields["source_url"] = f"https://www.example.com/{setting.id}.html"
        return _document(fields, f"{publisher}选取近期办理的案例向社会公布，提醒公众提高防范意识。")

    # Cases

    def _case(self, setting: _Setting, case_id: str) -> str:
        story = self._story(setting)
        a_year_before = max(FIRST_DAY, setting.published - timedelta(days=360))
        found = self._day(a_year_before, setting.published)
        fields: Fields = {"title": story.title, "date": self._partial(found)}
        fields |= _where(setting, story)
        fields |= self._offence(setting, story)
        if self._one_in(2):
            fields["agency"] = f"{_police(story.places[0])}网安部门"
        fields["stage"] = story.stage.value
        fields |= (numbers := self._numbers(story))
        fields["summary"] = self._summary(story, numbers)
        if self.ids and self._one_in(15):
            fields["related"] = [self._pick(self.ids)]
        fields |= self._later(setting, story)
        self.ids.append(case_id)
        charge = f"通报写明的罪名是{fields['charge']}。" if "charge" in fields else ""
        return _document(fields, f"{self._body(story)}{charge}")

    def _story(self, setting: _Setting) -> _Story:
        """A story whose title no other case has."""
        while True:
            places, district = self._places(setting)
            group = self._weighted({group: 1 / (group.fields.order + 2) for group in self.groups})
            story = _Story(
                places=places,
                district=district,
                group=group,
                act=self._pick(phrases.wording(group.slug).acts),
                means=self._pick(phrases.MEANS),
                stage=self._weighted(STAGE_WEIGHTS),
                people=int(self.random.paretovariate(0.9)) % 120 + 1,
                name=self._pick(phrases.SURNAMES) + self._pick(phrases.MASKS),
            )
            if story.title not in self.titles:
                self.titles.add(story.title)
                return story

    def _places(self, setting: _Setting) -> tuple[tuple[Place, ...], Place | None]:
        """The city of a case and perhaps its district; or several cities, or a whole province."""
        home = None if self._one_in(40) else setting.place
        province = home.province if home else self._province()
        cities = gazetteer().cities_of(province)
        if cities and self._one_in(20):
            return (province,), None
        if len(cities) > 2 and self._one_in(20):
            return tuple(self.random.sample(cities, self.random.randint(2, 3))), None
        stays = home is not None and home.level is Level.CITY and not self._one_in(8)
        city = home if stays else self._city(province)
        districts = gazetteer().districts_of(city)
        district = self._pick(districts) if districts and self.random.random() < 0.4 else None
        return (city,), district

    def _offence(self, setting: _Setting, story: _Story) -> Fields:
        group = story.group
        names: list[str] = [self._pick((group.title, group.title, *group.fields.aliases))]
        if self._one_in(16):
            names.append(self._pick([other for other in self.groups if other is not group]).title)
        fields: Fields = {"offence": names if len(names) > 1 else names[0]}
        # A bulletin states no charge that the law had not yet when it was published.
        known = [one for one in group.fields.charges if _was_law(one.name, setting.published)]
        if known and not story.stage.is_administrative and self._one_in(2):
            fields["charge"] = self._pick(known).name
        return fields

    def _numbers(self, story: _Story) -> Fields:
        fields: Fields = {}
        if not self._one_in(5):
            fields["people"] = story.people
        if self._one_in(2):
            fields["amount"] = self._filled(self._pick(phrases.AMOUNTS))
            if self._one_in(2):
                fields["amount_label"] = self._pick(phrases.AMOUNT_LABELS)
        figures = self.random.sample(phrases.FIGURES, self._pick((0, 0, 1, 2, 3)))
        if figures:
            fields["figures"] = {label: self._filled(text) for label, text in figures}
        return fields

    def _later(self, setting: _Setting, story: _Story) -> Fields:
        """What came after the bulletin; a withdrawal is rare."""
        fields: Fields = {}
        further = [stage for stage in STAGE_WEIGHTS if not stage.is_administrative]
        further = further[further.index(story.stage) + 1 :] if story.stage in further else []
        if further and self._one_in(6):
            number = self.random.randint(1, min(2, len(further)))
            stages = sorted(self.random.sample(further, number), key=further.index)
            days = sorted(self._day(setting.published, LAST_DAY) for _ in stages)
            fields["updates"] = [
                {
                    "date": self._partial(day),
                    "stage": stage.value,
                    "note": self._pick(phrases.NOTES),
                }
                for day, stage in zip(days, stages, strict=True)
            ]
        day = self._day(setting.published, LAST_DAY)
        if self._one_in(40):
            fields["corrections"] = [{"date": day, "note": self._pick(phrases.CORRECTIONS)}]
        if self._one_in(200):
            fields["status"] = "withdrawn"
            fields["withdrawn"] = {"date": day, "reason": "应有关方面的要求撤回。"}
        return fields

    # Texts

    def _summary(self, story: _Story, numbers: Fields) -> str:
        if story.stage.is_administrative:
            told = f"有人{story.means}{story.act}，{story.where}公安机关依法查处。"
        else:
            told = f"{story.who}涉嫌{story.means}{story.act}，{story.where}公安机关办理此案。"
        further = [f"通报称，涉案金额{numbers['amount']}。"] if "amount" in numbers else []
        further += phrases.wording(story.group.slug).ways[: self.random.randint(0, 2)]
        for sentence in further:
            if len(told) + len(sentence) <= 120:
                told += sentence
        return told if len(told) >= 20 else f"{told}通报没有写明其他情况。"

    def _body(self, story: _Story) -> str:
        slots = {"place": story.where, "means": story.means, "act": story.act}
        wording = phrases.wording(story.group.slug)
        ends = "".join(self.random.sample(phrases.CLOSINGS, self.random.randint(1, 2)))
        handling = f"{_handling(story)}{ends.format(**slots)}"
        told = [f"{self._pick(phrases.OPENINGS).format(**slots)}\n\n"]
        left = self.random.randint(260, 580) - len(told[0]) - len(handling)
        for sentence in (*wording.ways, *self.random.sample(phrases.COMMON, len(phrases.COMMON))):
            left -= len(sentence)
            if left < 0:
                break
            told.append(sentence)
        return f"## 案情\n\n{''.join(told)}\n\n## 办理情况\n\n{handling}"

    # Choices

    def _one_in(self, number: int) -> bool:
        return self.random.randrange(number) == 0

    def _pick(self, values: Iterable[Value]) -> Value:
        return self.random.choice(tuple(values))

    def _weighted(self, weights: dict[Value, float]) -> Value:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def _filled(self, text: str) -> str:
        """A printed number: {n} has two digits, {d} has one."""
        return text.format(n=self.random.randint(12, 98), d=self.random.randint(2, 9))

    def _day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def _partial(self, day: date) -> str:
        return day.isoformat()[: self._pick((4, 7, 7, 7, 7, 7, 7, 10, 10, 10))]

    def _province(self) -> Place:
        places = (gazetteer().province(name) for name in gazetteer().province_names)
        return self._weighted({
            place: PROVINCE_WEIGHTS.get(place.name, 1)
            for place in places
            if place and (gazetteer().cities_of(place) or gazetteer().districts_of(place))
        })  # fmt: skip

    def _city(self, province: Place) -> Place:
        """A city, the first of the province most often; a municipality is its own."""
        first, *others = gazetteer().cities_of(province) or (province,)
        return first if not others or self._one_in(4) else self._pick(others)


def _police(place: Place) -> str:
    is_province = bool(gazetteer().cities_of(place))
    return f"{place.name}公安{'厅' if is_province else '局'}"


def _where(setting: _Setting, story: _Story) -> Fields:
    is_whole = bool(gazetteer().cities_of(story.places[0]))
    names = [place.name for place in story.places]
    fields: Fields = {"city": WHOLE_PROVINCE if is_whole else names if names[1:] else names[0]}
    province = story.places[0].province
    if province is not setting.place.province if setting.place else is_whole:
        fields["province"] = province.name
    if story.district:
        fields["district"] = story.district.name
    return fields


def _handling(story: _Story) -> str:
    if story.stage.is_administrative:
        return f"{story.where}公安机关已依法作出行政处罚。"
    return f"据通报，案件的办理阶段为{story.stage.value}，涉及犯罪嫌疑人{story.who}。"


def _document(fields: Fields, body: str) -> str:
    """A Markdown file as an editor would write it."""
    lines = [line for key, value in fields.items() for line in _lines(key, value)]
    return "\n".join(["---", *lines, "---", "", body, ""])


def _lines(key: str, value: object) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}:", *(f"  {name}: {item}" for name, item in value.items())]
    if isinstance(value, list) and isinstance(value[0], dict):
        items = (", ".join(f"{name}: {text}" for name, text in item.items()) for item in value)
        return [f"{key}:", *(f"  - {{{item}}}" for item in items)]
    if isinstance(value, list):
        return [f"{key}: [{', '.join(value)}]"]
    return [f"{key}: {value}"]


def main() -> None:
    """Writes into the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Writes synthetic bulletins into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.cases, options.seed)


if __name__ == "__main__":
    main()
