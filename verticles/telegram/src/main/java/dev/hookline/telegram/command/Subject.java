package dev.hookline.telegram.command;

/** What a command is about, by where it was written. */
enum Subject {
  /** One session: it was written in that session's topic. */
  SESSION,
  /** The chat: it was written outside of all topics. */
  CHAT,
  /** Neither: it was written in a topic that is no session's. */
  NOTHING
}
