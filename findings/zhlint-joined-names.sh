#!/usr/bin/env bash
# Expected: a linter for Chinese typography leaves words alone; of the white space it takes away what has no meaning
# and keeps the ideographic space (U+3000), which Chinese typesetting uses on purpose.
# Happens: zhlint's default rules take away every space between two Chinese characters, U+3000 too: two names become
# one. They also make a comma behind an address full-width and part of the address.
# Matters: lists of names and headings of notices (关于　通报) are set apart by U+3000; after `zhlint --fix` 张某 and 李某
# are one person.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . zhlint@0.8.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
cat >check.mjs <<'JS'
import assert from "assert";
import { readFileSync } from "fs";
import { run } from "zhlint";
console.log("zhlint", JSON.parse(readFileSync("node_modules/zhlint/package.json")).version);
const wanted = {
  "张某　李某": "张某李某",
  "张某 李某": "张某李某",
  "张某、李某": "张某、李某",
  "一、　案情": "一、案情",
  "见https://police.example/a,下同": "见 https://police.example/a，下同",
};
for (const [text, result] of Object.entries(wanted)) {
  const got = run(text, { rules: { preset: "default" } }).result;
  console.log(text, "->", got);
  assert.strictEqual(got, result);
}
JS
node check.mjs
