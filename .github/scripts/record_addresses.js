// Adds the addresses of a published site to the URL ledger on main.
"use strict";

const PATH = "cases/addresses.txt";
const BRANCH = "main";
const MESSAGE = "Record the published addresses";
const ATTEMPTS = 5;
// The statuses of a conflict with a concurrent commit to main.
const CONFLICTS = [409, 422];

const isComment = (line) => line.startsWith("#");

function linesOf(text) {
  return text.split("\n").filter((line) => line !== "");
}

// The ledger only grows: addresses that only main has are kept.
function united(built, current) {
  const lines = linesOf(built);
  const addresses = [...lines, ...linesOf(current)].filter((line) => !isComment(line));
  const sorted = [...new Set(addresses)].sort();
  return [...lines.filter(isComment), ...sorted].join("\n") + "\n";
}

async function currentLedger(github, repo) {
  try {
    const asked = { ...repo, path: PATH, ref: BRANCH, mediaType: { format: "object" } };
    const { data } = await github.rest.repos.getContent(asked);
    // The response for a large file has no content; the blob always has.
    const blob = await github.rest.git.getBlob({ ...repo, file_sha: data.sha });
    return { sha: data.sha, text: Buffer.from(blob.data.content, "base64").toString("utf8") };
  } catch (error) {
    if (error.status !== 404) throw error;
    return { text: "" };
  }
}

// The ledger written by the build of this run.
async function builtLedger({ github, context, exec }, folder) {
  const { actions } = github.rest;
  const asked = { ...context.repo, run_id: context.runId, name: "proof" };
  const { data } = await actions.listWorkflowRunArtifacts(asked);
  // If the build ran twice, the last artifact is used.
  const artifact_id = Math.max(...data.artifacts.map((artifact) => artifact.id));
  const zip = await actions.downloadArtifact({ ...context.repo, artifact_id, archive_format: "zip" });
  const file = `${folder}/proof.zip`;
  require("fs").writeFileSync(file, Buffer.from(zip.data));
  const { stdout } = await exec.getExecOutput("unzip", ["-p", file, PATH], { silent: true });
  return stdout;
}

async function record({ github, context, core }, built) {
  const { repo } = context;
  for (let attempt = 1; ; attempt++) {
    const { sha, text } = await currentLedger(github, repo);
    const wanted = united(built, text);
    if (wanted === text) return core.info("没有新的网址。");
    const content = Buffer.from(wanted, "utf8").toString("base64");
    const file = { ...repo, path: PATH, branch: BRANCH, message: MESSAGE, content, sha };
    try {
      await github.rest.repos.createOrUpdateFileContents(file);
      return core.info("新的网址已经登记。");
    } catch (error) {
      if (attempt === ATTEMPTS || !CONFLICTS.includes(error.status)) throw error;
    }
  }
}

module.exports = async (tools, folder) => record(tools, await builtLedger(tools, folder));
module.exports.record = record;
