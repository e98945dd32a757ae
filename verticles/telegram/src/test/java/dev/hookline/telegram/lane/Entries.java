package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries of an outbox for tests that only care for a few of their fields. */
final class Entries {

  private Entries() {}

  /** An entry that was claimed when this was the highest known message id. */
  static OutboxEntry above(long lowMessageId) {
    return entry("s", 1, 0, lowMessageId);
  }

  /** A part of a session's entry. */
  static OutboxEntry at(String session, long position, int part) {
    return entry(session, position, part, 0);
  }

  /** An entry whose message shows so many behind it too. */
  static OutboxEntry folded(String session, long position, int behind) {
    List<OutboxEntry> folded = new ArrayList<>();
    for (int i = 1; i <= behind; i++) {
      folded.add(at(session, position + i, 0));
    }
    return at(session, position, 0).with(folded);
  }

  /** An entry of one event. */
  static OutboxEntry of(String session, long thread, EventType type, JsonObject metadata) {
    SessionKey key = new SessionKey(session);
    HookEvent event = new HookEvent("source", "e", type, key, Instant.EPOCH, "", metadata, null);
    return new OutboxEntry(
        key,
        1,
        Release.Kind.EVENT,
        false,
        "",
        List.of(event),
        1,
        1,
        thread,
        "project · marker",
        false,
        0,
        0,
        0,
        1);
  }

  private static OutboxEntry entry(String session, long position, int part, long low) {
    return new OutboxEntry(
        new SessionKey(session),
        position,
        Release.Kind.EVENT,
        false,
        "",
        List.of(),
        7,
        1,
        9,
        "project · marker",
        false,
        part,
        0,
        low,
        1);
  }
}
