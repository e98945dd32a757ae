// A plugin of OpenCode that hands what happens in its sessions to hookline-hook, one event after the other. What waits for
// the node waits in the hook's spool. `hookline install-hooks opencode` has it loaded; docs/hooks.md is the manual.

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("hookline-hook", import.meta.url));

// What happens all the time, or says what another event says.
const noise = new Set([
  "session.status",
  "session.diff",
  "message.removed",
  "message.part.delta",
  "message.part.removed",
  "permission.replied",
  "question.replied",
  "question.rejected",
  "todo.updated",
]);
const toolStates = new Set(["running", "completed", "error"]);
const nextNews = /\.(prompted|text\.ended|tool\.called|tool\.success|tool\.failed)$/;
const remembered = 5000;

export const Hookline = async ({ directory, client }) => {
  const children = new Map(); // a child session: its root session, and its title
  const titles = new Map(); // a session: its title
  const roles = new Map(); // a message: who wrote it
  const told = new Map(); // what must be told once
  const classic = new Map(); // sessions that are told of by messages and their parts
  const prompted = new Map(); // sessions whose prompts are told of by chat.message
  const listening = new Map(); // a session that is idle: the hook that waits for what somebody writes to it
  let last = Promise.resolve();

  const tell = (event) => {
    const session = sessionOf(event);
    const child = children.get(session);
    const more = child ? { rootSessionID: child.root, title: child.title } : {};
    // The id says that what is told twice is one thing; some versions give none.
    const text = JSON.stringify({ id: randomUUID(), ...event, directory, ...more });
    last = last.then(() => run(text));
    if (event.type === "session.idle" && !child) {
      last.then(() => listen(session, text));
    }
    return last;
  };

  // Somebody may write to a session that is idle: that is its next prompt, as if it were typed here.
  const listen = async (session, text) => {
    listening.get(session)?.kill();
    const heard = hear(text);
    listening.set(session, heard.hook);
    const body = await heard.answer;
    if (listening.get(session) === heard.hook) {
      listening.delete(session);
    }
    if (body?.parts) {
      await client.session.promptAsync({ path: { id: session }, body });
    }
  };

  const isNews = (event) => {
    const { info, part } = event.properties ?? {};
    const session = sessionOf(event);
    if (event.type.startsWith("session.next.")) {
      const known = event.type === "session.next.prompted" ? prompted : classic;
      return nextNews.test(event.type) && !known.has(session);
    }
    if (event.type.startsWith("message.")) {
      remember(classic, session, true);
    }
    switch (event.type) {
      case "message.updated":
        remember(roles, info?.id, info?.role);
        return false;
      case "message.part.updated":
        return isNewPart(part ?? {});
      case "session.created":
        if (info?.parentID) {
          const root = children.get(info.parentID)?.root ?? info.parentID;
          remember(children, info.id, { root, title: info.title });
        }
        remember(titles, info?.id, info?.title);
        return true;
      case "session.updated": {
        const before = titles.get(info?.id);
        remember(titles, info?.id, info?.title);
        return before !== info?.title;
      }
      default:
        return !noise.has(event.type) && session !== undefined;
    }
  };

  const isNewPart = (part) => {
    if (part.type === "text") {
      const whole = part.time?.end && !part.synthetic && roles.get(part.messageID) !== "user";
      return Boolean(whole) && once(`text ${part.id}`);
    }
    const state = part.state?.status;
    return part.type === "tool" && toolStates.has(state) && once(`${state} ${part.callID}`);
  };

  const once = (key) => {
    const first = !told.has(key);
    remember(told, key, true);
    return first;
  };

  return {
    event: async ({ event }) => {
      if (isNews(event)) {
        await tell(event);
      }
    },
    "chat.message": async (input, output) => {
      remember(prompted, input.sessionID, true);
      const messageID = output.message?.id ?? input.messageID;
      const parts = output.parts.filter((part) => part.type === "text");
      await tell({ type: "chat.message", properties: { sessionID: input.sessionID, messageID, parts } });
    },
  };
};

function sessionOf({ type, properties }) {
  const { sessionID, info, part } = properties ?? {};
  return sessionID ?? info?.sessionID ?? part?.sessionID ?? (type.startsWith("session.") ? info?.id : undefined);
}

function remember(map, key, value) {
  map.delete(key); // what is named again is forgotten last
  map.set(key, value);
  if (map.size > remembered) {
    map.delete(map.keys().next().value);
  }
}

// Nothing that goes wrong here is OpenCode's concern: the hook writes it into its own log.
function run(text) {
  return new Promise((done) => start(text, [], "ignore", done));
}

// The same, and what the hook prints: what the agent is to be told, in the end.
function hear(text) {
  let hook;
  const answer = new Promise((done) => {
    let said = "";
    hook = start(text, ["--listen"], "pipe", () => done(parsed(said)));
    hook.stdout.on("data", (some) => (said += some));
    hook.unref(); // OpenCode may end meanwhile, and the hook ends with it
    hook.stdout.unref();
  });
  return { hook, answer };
}

function start(text, way, output, done) {
  const hook = spawn("sh", [script, "opencode", ...way], { stdio: ["pipe", output, "ignore"] });
  hook.on("error", done);
  hook.on("close", done);
  hook.stdin.on("error", () => {});
  hook.stdin.end(text);
  return hook;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // nobody wrote anything
  }
}
