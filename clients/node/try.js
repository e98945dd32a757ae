// Sends three events and follows their session: what the test of this client runs.
import { readFileSync } from "node:fs";
import { connect } from "./hookline-bus.js";

const [tokenFile, port, session] = process.argv.slice(2);
const bus = await connect({ token: readFileSync(tokenFile, "utf8").trim(), port: Number(port) });

await bus.request({ type: "send", address: "hookline.session.hint", body: {} }).catch((refused) => console.log("refused", refused.code, refused.message));
await bus.ingest({ type: "unknown", sessionId: session }).catch((refused) => console.log("refused", refused.code));

const event = (n) => ({
  id: `${session}-${n}`,
  type: "notification",
  sessionId: session,
  timestamp: new Date().toISOString(),
  content: `⟦${session}-${n}⟧`,
});
const { accepted } = await bus.ingest([event(1), event(2)]);
let more = 0;
for await (const { arrival, type, content } of bus.follow(session, { after: 0 })) {
  if (arrival === 1) {
    more = (await bus.ingest(event(3))).accepted;
    console.log("accepted", accepted + more);
  }
  console.log(arrival, type, content);
  if (arrival === 3) break;
}
for await (const { sessionId, arrived } of bus.listen("hookline.sessions")) {
  console.log("session", sessionId, arrived);
  break;
}
bus.close();
