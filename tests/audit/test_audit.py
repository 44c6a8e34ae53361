"""What is made of Lighthouse's reports, and the lock file; nothing here needs Node."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit.figures import AuditError, Failure, Figures, median_run, missed
from tests.audit.table import doubts, shortfalls, table

FOLDER = Path(__file__).parent
CASE = "cases/2024-09-12-taiyuan/01/"
CONTRAST = Failure("color-contrast", "对比度不够", 0, "a.tag\n<a>")
GOOD = Figures(100, 100, 100, 100, lcp=1.2, tbt=0, cls=0, size=70_000, requests=4, machine=1500)
BAD = Figures(98, 100, 89, 92, 1.21, 3, 0.001, 70_100, 10, 960, (CONTRAST,))


def audit(
    score: float | None = None, value: float | None = None, **details: object
) -> dict[str, object]:
    found: dict[str, object] = {"id": "", "title": "标题", "score": score, "details": details}
    return found if value is None else {**found, "numericValue": value}


def report(**audits: dict[str, object]) -> dict[str, object]:
    known = {
        "largest-contentful-paint": audit(0.99, 1204.9),
        "total-blocking-time": audit(1, 0.4),
        "cumulative-layout-shift": audit(1, 0.0004),
        "total-byte-weight": audit(1, 61_234),
        "network-requests": audit(items=[{}, {}]),
    } | audits
    references = [{"id": name, "weight": 1, "group": "metrics"} for name in known]
    references[-1] |= {"weight": 0, "group": "diagnostics"}
    return {
        "environment": {"benchmarkIndex": 1634.6},
        "categories": {
            "performance": {"score": 0.99, "auditRefs": references},
            **{
                name: {"score": 1, "auditRefs": []}
                for name in ("accessibility", "best-practices", "seo")
            },
        },
        "audits": {name: {**found, "id": name} for name, found in known.items()},
    }


def test_figures_are_rounded_as_they_are_printed() -> None:
    failure = Failure("largest-contentful-paint", "标题", 0.99, "")
    assert Figures.of(report()) == Figures(
        99, 100, 100, 100, 1.2, 0, 0, 61_234, requests=2, machine=1635, failures=(failure,)
    )


@pytest.mark.parametrize(
    ("item", "place"),
    [
        (
            {"node": {"selector": "p > a", "snippet": "<a\n  b>", "explanation": "Fix:\n  4.4"}},
            "p > a\n<a b>\nFix: 4.4",
        ),
        ({"url": "http://a.invalid/b.js", "totalBytes": 3}, "http://a.invalid/b.js"),
        ({"source": "network", "description": "404"}, "network\n404"),
        ({"sourceLocation": {"url": "http://a.invalid/b.js"}}, "http://a.invalid/b.js"),
        ({}, ""),
    ],
)
def test_a_failure_names_the_first_place(item: object, place: str) -> None:
    found = Figures.of(report(slow=audit(0, items=[item, {"url": "second"}])))
    assert found.failures[-1] == Failure("slow", "标题", 0, place)


def test_a_number_that_was_not_measured_is_no_zero() -> None:
    with pytest.raises(AuditError, match="total-blocking-time"):
        Figures.of(report(**{"total-blocking-time": audit()}))


def test_the_middle_run_is_one_of_them_and_rather_the_worse() -> None:
    best, slow, worst = GOOD, replace(GOOD, lcp=1.5), replace(GOOD, performance=97, lcp=1.1)
    assert median_run([worst, best, slow]) == slow
    assert median_run([slow, best]) == slow
    assert median_run([best]) == best


def test_one_run_that_jumps_is_enough() -> None:
    jumps = Failure("layout-shifts", "跳动", 1, "div.tools")
    shaken = replace(GOOD, cls=0.08, failures=(CONTRAST, jumps))
    calm = replace(GOOD, cls=0.003, failures=(CONTRAST, replace(jumps, place="h1")))
    assert median_run([shaken, calm, GOOD]) == shaken
    assert median_run([replace(GOOD, seo=90), shaken]) == shaken
    assert median_run([replace(calm, lcp=1.5), calm, shaken]) == replace(
        calm, cls=0.08, failures=(CONTRAST, jumps)
    )


def test_what_jumped_is_named_though_the_audit_gives_full_marks() -> None:
    shifts = {"layout-shifts": audit(1, items=[{"node": {"selector": "div.tools"}}])}
    assert Figures.of(report(**shifts)).failures[-1] == Failure(
        "layout-shifts", "标题", 1, "div.tools"
    )
    assert Figures.of(report(**{"layout-shifts": audit()})) == Figures.of(report())


def test_the_bar() -> None:
    assert missed(CASE, GOOD) == []
    assert missed(CASE, BAD) == [
        "性能 98，要求至少 100",
        "最佳做法 89，要求至少 100",
        "SEO 92，要求至少 100",
        "LCP 1.21 秒，要求至多 1.20 秒",
        "TBT 3 毫秒，要求至多 0 毫秒",
        "CLS 0.001，要求至多 0.000",
        "传输量 70.1 KB，要求至多 70.0 KB",
    ]
    assert missed("cases/", replace(GOOD, size=80_000)) == []


def test_the_table() -> None:
    assert list(table({"": GOOD, CASE: BAD})) == [
        "页面                          性能  无障碍  最佳做法  SEO  LCP 秒  TBT 毫秒    CLS"
        "  传输量 KB  请求数  机器",
        "（首页）                       100     100       100  100    1.20         0  0.000"
        "       70.0       4  1500",
        "cases/2024-09-12-taiyuan/01/    98     100        89   92    1.21         3  0.001"
        "       70.1      10   960",
    ]


def test_a_busy_machine_is_named() -> None:
    assert list(doubts({"": GOOD})) == []
    assert list(doubts({"": GOOD, CASE: BAD})) == [
        "测量时机器太忙或太慢（机器 960，应不低于 1000），时间偏长，请空闲时再测。"
    ]


def test_what_fell_short_is_said_with_its_audits() -> None:
    shift = Failure("layout-shifts", "跳动", 1, "h1")
    assert list(
        shortfalls({"": GOOD, "404.html": replace(GOOD, seo=92, failures=(CONTRAST, shift))})
    ) == [
        "404.html：SEO 92，要求至少 100",
        "  color-contrast (0)：对比度不够",
        "      a.tag",
        "      <a>",
        "  layout-shifts：跳动",
        "      h1",
    ]


def test_the_lock_file_has_hashes_and_no_addresses() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: fields for name, fields in lock["packages"].items() if name}
    assert packages
    for name, fields in packages.items():
        assert fields["integrity"].startswith("sha512-"), name
        assert "://" not in json.dumps(fields), f"delete `resolved` and `funding`: {name}"
