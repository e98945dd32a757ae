package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.render.TextPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tools that are running, as far as the last message of their session tells. In memory only: it is
 * nothing that anybody must know. Times are milliseconds of one monotonic clock.
 *
 * <p>Nothing is said of a tool before a minute is over: by then no result joins its message any
 * more, so that what is said late cannot take the place of one.
 */
final class Running {

  /** After so many minutes it is said that a tool still runs. */
  private static final List<Long> MINUTES = List.of(1L, 2L, 5L, 10L, 20L, 30L, 60L);

  private static final long MINUTE = 60_000;
  private static final int MOST = 100;

  /**
   * What there is to say.
   *
   * @param head the place of the entry that heads the message
   * @param message the id of the message that shows the tool's start
   * @param shown what that message shows
   * @param minutes for how long the tool has been running
   */
  record Word(SessionKey session, long head, long message, TextPart shown, long minutes) {}

  private record Tool(long head, long message, TextPart shown, long since, int said) {

    boolean isDue(long now) {
      return said < MINUTES.size() && now - since >= MINUTES.get(said) * MINUTE;
    }

    Tool saidAt(long now) {
      int next = said;
      while (next < MINUTES.size() && now - since >= MINUTES.get(next) * MINUTE) {
        next++;
      }
      return new Tool(head, message, shown, since, next);
    }
  }

  private final Map<SessionKey, Tool> running = new LinkedHashMap<>();

  /** Begins a tenure: what an earlier one showed may have been changed meanwhile. */
  void begin() {
    running.clear();
  }

  /** Something else happens in the session: its last message is no longer that. */
  void forget(SessionKey session) {
    running.remove(session);
  }

  /** A message was shown, with all that went into it. */
  void shown(OutboxEntry entry, long message, TextPart part, long now) {
    if (isAbout(entry) && running.size() < MOST) {
      running.put(entry.session(), new Tool(entry.position(), message, part, now, 0));
    }
  }

  /** The next thing to say; it is taken for said. */
  Optional<Word> next(long now) {
    for (Map.Entry<SessionKey, Tool> one : running.entrySet()) {
      Tool tool = one.getValue();
      if (tool.isDue(now)) {
        one.setValue(tool.saidAt(now));
        long minutes = (now - tool.since()) / MINUTE;
        return Optional.of(
            new Word(one.getKey(), tool.head(), tool.message(), tool.shown(), minutes));
      }
    }
    return Optional.empty();
  }

  /** Whether the entry's message ends with the start of a tool. */
  static boolean isAbout(OutboxEntry entry) {
    List<OutboxEntry> folded = entry.folded();
    OutboxEntry last = folded.isEmpty() ? entry : folded.get(folded.size() - 1);
    List<HookEvent> events = last.events();
    return events.size() == 1 && events.get(0).type() == EventType.TOOL_START;
  }
}
