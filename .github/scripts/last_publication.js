// Finds the last publication and its address, for watch.yml.
"use strict";

// The time in which GitHub Pages may still serve files of the previous publication.
const SETTLING = 15 * 60 * 1000;

const NEVER = "本站还没有发布过，没有可以巡查的。";
const UNDER_WAY = "本站正在发布或刚刚发布完，新旧文件可能混在一起，留到下一次巡查。";

async function lastPublication(github, repo) {
  const { repos } = github.rest;
  const asked = { ...repo, environment: "github-pages", per_page: 30 };
  const { data: deployments } = await repos.listDeployments(asked);
  for (const { id, sha } of deployments) {
    const about = { ...repo, deployment_id: id, per_page: 1 };
    const { data: statuses } = await repos.listDeploymentStatuses(about);
    if (statuses[0]?.state === "success") return { sha, day: Date.parse(statuses[0].created_at) };
  }
  return null;
}

// `address` is the configured address of the site, if any; otherwise that of Pages is used.
module.exports = async ({ github, context, core }, { address, now = Date.now() }) => {
  const last = await lastPublication(github, context.repo);
  if (!last) return core.notice(NEVER);
  const { data } = await github.rest.actions.listWorkflowRuns({
    ...context.repo,
    workflow_id: "site.yml",
    branch: "main",
    event: "push",
    per_page: 1,
  });
  const [run] = data.workflow_runs;
  const isUnderWay = run !== undefined && run.status !== "completed";
  if (isUnderWay || now - last.day < SETTLING) return core.notice(UNDER_WAY);
  const place = address || (await github.rest.repos.getPages(context.repo)).data.html_url;
  core.setOutput("address", place.endsWith("/") ? place : `${place}/`);
  core.setOutput("commit", last.sha);
  core.setOutput("failed-run", run && run.conclusion !== "success" ? run.html_url : "");
};
