"""What Lighthouse says of a page, as far as it is held to a bar, and the bar itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Report = Mapping[str, Any]
"""The JSON that Lighthouse writes."""

CASE = re.compile(r"cases/[^/]+/[0-9]+/")
SHIFTS = "layout-shifts"
"""The audit that names what jumped; its score is 1, however far."""


class AuditError(Exception):
    """The audit cannot be carried out; says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An audit that a page did not pass."""

    audit: str
    title: str
    score: float
    """From 0 to 1; 1 where the audit only informs."""
    place: str
    """The first element or file it complains of; empty where it names none."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One run over one page; rounded as it is printed, for what is printed is judged."""

    performance: int
    accessibility: int
    best_practices: int
    seo: int
    lcp: float
    """Seconds until the largest piece of content is painted."""
    tbt: int
    """Milliseconds for which the page does not answer while it loads."""
    cls: float
    """How far content jumps while the page loads; 0 is not at all."""
    size: int
    """Bytes over the wire, with headers."""
    requests: int
    machine: int
    """How fast Lighthouse found the machine to be; a busy one makes every page slower."""
    failures: tuple[Failure, ...] = ()

    @classmethod
    def of(cls, report: Report) -> Figures:
        """The figures in a report."""
        scores = {
            name: round(100 * (category["score"] or 0))
            for name, category in report["categories"].items()
        }
        audits = report["audits"]
        return cls(
            performance=scores["performance"],
            accessibility=scores["accessibility"],
            best_practices=scores["best-practices"],
            seo=scores["seo"],
            lcp=round(_value(audits, "largest-contentful-paint") / 1000, 2),
            tbt=round(_value(audits, "total-blocking-time")),
            cls=round(_value(audits, "cumulative-layout-shift"), 3),
            size=round(_value(audits, "total-byte-weight")),
            requests=len(audits["network-requests"]["details"]["items"]),
            machine=round(report["environment"]["benchmarkIndex"]),
            failures=tuple(_failures(report)),
        )


@dataclass(frozen=True, slots=True)
class Limit:
    """One figure's part of the bar."""

    figure: str
    label: str
    wanted: float
    form: str
    is_least: bool = False
    """More is better: `wanted` is the least allowed, and otherwise the most."""
    unit: str = ""
    scale: float = 1
    for_cases_only: bool = False

    def missed(self, address: str, figures: Figures) -> str | None:
        """What to say where a page misses it."""
        found = getattr(figures, self.figure)
        is_met = found >= self.wanted if self.is_least else found <= self.wanted
        if is_met or (self.for_cases_only and not CASE.fullmatch(address)):
            return None
        shown = self.shown(found) + self.unit
        least = "至少" if self.is_least else "至多"
        return f"{self.label} {shown}，要求{least} {self.shown(self.wanted)}{self.unit}"

    def shown(self, found: float) -> str:
        """A figure as it is printed."""
        return format(found / self.scale, self.form)


BAR = (
    Limit("performance", "性能", 100, ".0f", is_least=True),
    Limit("accessibility", "无障碍", 100, ".0f", is_least=True),
    Limit("best_practices", "最佳做法", 100, ".0f", is_least=True),
    Limit("seo", "SEO", 100, ".0f", is_least=True),
    Limit("lcp", "LCP", 1.2, ".2f", unit=" 秒"),
    Limit("tbt", "TBT", 0, ".0f", unit=" 毫秒"),
    Limit("cls", "CLS", 0, ".3f"),
    Limit("size", "传输量", 70_000, ".1f", unit=" KB", scale=1000, for_cases_only=True),
)


def missed(address: str, figures: Figures) -> list[str]:
    """Everything in which a page falls short of the bar."""
    return [said for limit in BAR if (said := limit.missed(address, figures))]


def median_run(runs: Iterable[Figures]) -> Figures:
    """The run in the middle, from best to worst; of two in the middle, the worse.

    Jumps are taken from the worst run: a script that races the first paint does not always lose.
    """
    ordered = sorted(runs, key=lambda run: (-run.performance, run.lcp, run.tbt, run.cls, run.size))
    middle, shaken = ordered[len(ordered) // 2], max(ordered, key=lambda run: run.cls)
    if shaken.cls == middle.cls:
        return middle
    jumps = [failure for failure in shaken.failures if failure.audit == SHIFTS]
    others = [failure for failure in middle.failures if failure.audit != SHIFTS]
    return replace(middle, cls=shaken.cls, failures=(*others, *jumps))


def _value(audits: Mapping[str, Any], audit: str) -> float:
    """The number an audit measured; AuditError where it measured none, for that is no zero."""
    if "numericValue" not in audits[audit]:
        raise AuditError(f"Lighthouse 没有测出 {audit}：{audits[audit].get('errorMessage', '')}")
    return float(audits[audit]["numericValue"])


def _failures(report: Report) -> Iterator[Failure]:
    """The audits that cost points, and those that say where time goes."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            counts = reference["weight"] > 0 or reference.get("group") == "diagnostics"
            score = audit["score"]
            is_shift = audit["id"] == SHIFTS and _items(audit)
            if counts and score is not None and (score < 1 or is_shift):
                yield Failure(audit["id"], audit["title"], score, _place(audit))


def _items(audit: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What an audit lists."""
    return list(audit.get("details", {}).get("items", ()))


def _place(audit: Mapping[str, Any]) -> str:
    """The first element, file or text that an audit lists."""
    first = next(iter(_items(audit)), {})
    node = first.get("node")
    if node:
        said = (node.get("selector"), node.get("snippet"), node.get("explanation"))
        return "\n".join(" ".join(text.split()) for text in said if text)
    source = first.get("source") or first.get("sourceLocation") or {}
    if isinstance(source, Mapping):
        source = source.get("url") or source.get("value") or ""
    said = (first.get("url") or source, first.get("description"), first.get("reason"))
    return "\n".join(str(text) for text in said if text)
