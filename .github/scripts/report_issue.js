// Maintains one issue per title: opens, updates, or closes it when the report is empty.
"use strict";

const BOT = "github-actions[bot]";
// GitHub accepts at most 65536 characters.
const MOST = 60000;
const CUT = "\n\n（太长，后面的没有列出。）";
const DONE = "已经没有要处理的了，自动关闭。";

function shortened(report) {
  const characters = Array.from(report);
  return characters.length > MOST ? characters.slice(0, MOST).join("") + CUT : report;
}

// `report` is Markdown; an empty one closes the issue.
module.exports = async ({ github, context }, { label, title, report }) => {
  const { issues } = github.rest;
  const open = await github.paginate(issues.listForRepo, {
    ...context.repo,
    labels: label,
    state: "open",
    per_page: 100,
  });
  // An issue with this title by another author is not changed.
  const own = open.find(
    (issue) => issue.title === title && issue.user.login === BOT && !issue.pull_request,
  );
  const body = shortened(report.trim());
  if (!own) {
    if (body) await issues.create({ ...context.repo, title, body, labels: [label] });
    return;
  }
  const place = { ...context.repo, issue_number: own.number };
  if (!body) {
    await issues.createComment({ ...place, body: DONE });
    await issues.update({ ...place, state: "closed", state_reason: "completed" });
  } else if (body !== own.body) {
    await issues.update({ ...place, body });
  }
};
