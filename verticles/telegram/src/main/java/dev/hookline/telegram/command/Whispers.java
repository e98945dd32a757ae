package dev.hookline.telegram.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Tells people in private why a command had no effect. It costs the chat nothing, and only so many
 * are sent in a minute, so that nobody can make the bot busy; whether they arrive matters to
 * nobody: a person who never wrote to the bot in private does not get any.
 */
final class Whispers {

  private static final int MOST_PER_MINUTE = 6; // to all together; to each person one
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final BiConsumer<Long, String> voice;
  private final LongSupplier nanoTime;
  private final Deque<Long> said = new ArrayDeque<>();
  private final Map<Long, Long> saidTo = new HashMap<>();

  /**
   * @param voice says words to a user, if it can
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  Whispers(BiConsumer<Long, String> voice, LongSupplier nanoTime) {
    this.voice = voice;
    this.nanoTime = nanoTime;
  }

  void tell(long user, String words) {
    long now = nanoTime.getAsLong();
    said.removeIf(time -> now - time >= MINUTE_NANOS);
    saidTo.values().removeIf(time -> now - time >= MINUTE_NANOS);
    if (said.size() < MOST_PER_MINUTE && !saidTo.containsKey(user)) {
      said.add(now);
      saidTo.put(user, now);
      voice.accept(user, words);
    }
  }
}
