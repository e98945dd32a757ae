package dev.hookline.emulator.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a bot's Bot API server believes about topics. It asks Telegram once and believes for a while
 * that a topic lives, and for ever that one does not: who asks for a topic before it exists will
 * never be able to write there.
 */
public final class TopicMemory {

  private record Key(long chat, int thread) {}

  private final Map<Key, Long> livingUntil = new HashMap<>();
  private final Set<Key> gone = new HashSet<>();

  public boolean believesLiving(long chat, int thread, long now) {
    return livingUntil.getOrDefault(new Key(chat, thread), 0L) > now;
  }

  public boolean believesGone(long chat, int thread) {
    return gone.contains(new Key(chat, thread));
  }

  public void living(long chat, int thread, long until) {
    livingUntil.put(new Key(chat, thread), until);
  }

  public void gone(long chat, int thread) {
    livingUntil.remove(new Key(chat, thread));
    gone.add(new Key(chat, thread));
  }

  TopicMemory copy() {
    TopicMemory copy = new TopicMemory();
    copy.livingUntil.putAll(livingUntil);
    copy.gone.addAll(gone);
    return copy;
  }
}
