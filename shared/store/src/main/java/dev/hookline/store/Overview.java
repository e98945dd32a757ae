package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What a person wants to know about the whole. Read-only. */
public interface Overview {

  /** Every event in one of the sums: accepted = shown + hushed + kept + parked + waiting. */
  Future<Totals> totals();

  /** The same sums over one session; empty when there is no such session. */
  Future<Optional<SessionTotals>> of(SessionKey session);

  /** All sessions, the most recently active first. */
  default Future<List<SessionSummary>> sessions(int limit) {
    return sessions(SessionSearch.ALL, limit);
  }

  /** Those sessions, the most recently active first. */
  Future<List<SessionSummary>> sessions(SessionSearch search, int limit);

  /** How many sessions those are. */
  Future<Long> count(SessionSearch search);

  /** One session; empty when there is no such session. */
  Future<Optional<SessionSummary>> session(SessionKey session);

  /** Agents' questions that wait for an answer, the one that has waited longest first. */
  Future<List<AskedQuestion>> open(int limit);

  /**
   * Agents' questions that are over, the latest first: those of the hundred sessions that were
   * active last.
   */
  Future<List<AskedQuestion>> settled(int limit);

  /** The chats that are served. */
  Future<List<ChatSummary>> chats();

  /** Entries that need a person, newest first. */
  Future<List<Trouble>> troubles(int limit);

  /** Which message shows which of a session's events, in the session's order. */
  Future<List<ShownEvent>> shown(SessionKey session);
}
