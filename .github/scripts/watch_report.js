// Builds the report of watch.yml; empty without findings.
"use strict";

const fs = require("fs");

const FAILED_RUN = (run) =>
  `main上最近一次发布没有全部成功，网站可能还是之前的版本：${run}\n\n` +
  "下面的核对针对最近一次成功的发布，不会因此多报问题。";
const NOT_FETCHED = "网站打不开，或没有文件清单manifest.json，没有核对。";
const NOT_PROVEN =
  "网站上的manifest.json没有通过验证：它不是最近一次成功发布时由本仓库生成的。" +
  "网站可能被换成了别的版本，也可能是验证服务一时不可用。";
const NOT_DONE = (what) => `${what}没有完成。`;
const OVERDUE = (count) =>
  `到期未处理、已超期的有${count}项，见标签“到期复核”的议题。应当撤回、隐去的过了宽限天数，政府网站就不能更新。`;
const LOG = (run) => `运行记录：${run}`;

// Outcomes are those of steps: success, failure, or skipped. `folder` has the output of commands.
module.exports = ({ failedRun, fetched, proven, verified, linked, folder, run }) => {
  const printed = (name, what) => {
    const file = `${folder}/${name}`;
    const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "";
    return text || NOT_DONE(what);
  };
  const overdue = () => {
    try {
      const tasks = JSON.parse(fs.readFileSync(`${folder}/status.json`, "utf8"));
      const count = tasks.filter((task) => task.is_overdue).length;
      return count ? OVERDUE(count) : "";
    } catch {
      return NOT_DONE("到期检查");
    }
  };
  const found = [];
  const late = overdue();
  if (failedRun) found.push(FAILED_RUN(failedRun));
  if (fetched !== "success") found.push(NOT_FETCHED);
  if (proven === "failure") found.push(NOT_PROVEN);
  if (verified === "failure") found.push(printed("verify.md", "网站核对"));
  if (linked !== "success") found.push(printed("links.md", "链接检查"));
  if (late) found.push(late);
  return found.length ? [...found, LOG(run)].join("\n\n") : "";
};
