// A filter in a few lines: keeps what `ls` printed out of the chat, and shortens home directories.
// Run beside a node with bus.enabled: true and bus.filters: ['quiet open'].
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { connect } from "./hookline-bus.js";

const [tokenFile, port] = process.argv.slice(2);
const bus = await connect({ token: readFileSync(tokenFile, "utf8").trim(), port: Number(port) });

await bus.filter("quiet", ({ type, content, metadata }) => {
  const command = metadata.input?.command ?? "";
  if (["tool_start", "tool_result"].includes(type) && /^ls\b/.test(command)) return { keep: false };
  return { content: content.replaceAll(homedir(), "~") };
});
