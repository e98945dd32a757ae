// A client for Hookline's open bus: the frames of Vert.x's TCP event-bus bridge, and nothing else.
import net from "node:net";
import tls from "node:tls";

/** What was refused, with a code as of HTTP. 503: send the same again, with the same ids. */
export class BusError extends Error {
  constructor(frame) {
    super(frame.message);
    this.code = frame.failureCode;
    this.details = frame.body;
  }
}

/** Connects and shows the token. */
export async function connect({ token, host = "127.0.0.1", port = 8790, tls: certificates }) {
  const socket = certificates ? tls.connect({ host, port, ...certificates }) : net.connect({ host, port });
  const bus = new Bus(socket);
  await bus.request({ type: "send", address: "hookline.auth", body: { token } });
  return bus;
}

class Bus {
  #socket;
  #rest = Buffer.alloc(0);
  #asked = new Map(); // promises of answers, by the name that the answer was given
  #listeners = new Map(); // by address
  #names = 0;
  #reason = new Error("the connection has ended");
  #closed = false;

  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#data(chunk));
    socket.on("error", (error) => (this.#reason = error));
    socket.on("close", () => this.#end());
  }

  /** Sends an event, or an array of events; resolves when they are on disk. */
  ingest(events) {
    return this.request({ type: "send", address: "hookline.ingest", body: events });
  }

  /** Iterates over a session's events in order, behind a place of arrival; without one, from now on. */
  follow(session, { after } = {}) {
    return this.listen(`hookline.events.${session}`, after === undefined ? {} : { after: String(after) });
  }

  /** Iterates over what comes at an address, until the loop or the connection ends. */
  async *listen(address, headers = {}) {
    const news = [];
    let wake;
    this.#listeners.set(address, {
      take: (frame) => (news.push(frame.body), wake?.()),
      end: () => wake?.(),
    });
    try {
      await this.request({ type: "register", address, headers });
      for (;;) {
        if (news.length > 0) yield news.shift();
        else if (this.#closed) return;
        else await new Promise((resolve) => (wake = resolve));
      }
    } finally {
      this.#listeners.delete(address);
      if (!this.#closed) this.#send({ type: "unregister", address });
    }
  }

  /** Answers for a filter: decide(event) returns {keep?, content?, metadata?}, or a promise of it. */
  filter(name, decide) {
    const address = `hookline.filter.${name}`;
    const take = async (frame) =>
      this.#send({ type: "send", address: frame.replyAddress, body: (await decide(frame.body)) ?? {} });
    this.#listeners.set(address, { take, end() {} });
    return this.request({ type: "register", address });
  }

  /** Sends a frame; resolves with the body of its answer. */
  request(frame) {
    const replyAddress = `answer-${++this.#names}`;
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(this.#reason);
      this.#asked.set(replyAddress, { resolve, reject });
      this.#send({ ...frame, replyAddress });
    });
  }

  /** Ends the connection. */
  close() {
    this.#socket.end();
  }

  #send(frame) {
    const json = Buffer.from(JSON.stringify(frame));
    const length = Buffer.alloc(4);
    length.writeInt32BE(json.length);
    this.#socket.write(Buffer.concat([length, json]));
  }

  #data(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 4 && this.#rest.length >= 4 + this.#rest.readInt32BE(0)) {
      const end = 4 + this.#rest.readInt32BE(0);
      const frame = JSON.parse(this.#rest.toString("utf8", 4, end));
      this.#rest = this.#rest.subarray(end);
      this.#frame(frame);
    }
  }

  #frame(frame) {
    const asked = this.#asked.get(frame.address);
    if (asked) {
      this.#asked.delete(frame.address);
      if (frame.type === "err") asked.reject(new BusError(frame));
      else asked.resolve(frame.body);
    } else if (frame.type === "err") {
      this.#reason = new BusError(frame); // why the connection is about to end
    } else {
      this.#listeners.get(frame.address)?.take(frame);
    }
  }

  #end() {
    this.#closed = true;
    for (const { reject } of this.#asked.values()) reject(this.#reason);
    this.#asked.clear();
    for (const listener of this.#listeners.values()) listener.end();
  }
}
