package dev.hookline.emulator.flood;

import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.wire.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides for each call whether it may be now, is held for a few seconds, or is refused with 429. A
 * short wait is served by being slow, as Telegram does; who comes back before a longer one is over
 * waits twice as long.
 *
 * <p>Telegram also refuses when more than 310 messages of one chat are under way at once. That is
 * left out: what is held here is over after seconds, so nothing piles up.
 */
public final class FloodModel {

  private static final long MINUTE = 60_000;
  private static final int ADMIN_PER_MINUTE = 30;
  private static final long TYPING_ABSORB = 2_000;
  private static final long TYPING_LONGEST = 3_000;

  private record Place(long bot, long chat) {}

  private final Map<Place, Map<String, Window>> windows = new LinkedHashMap<>();
  private final Map<Place, Closure> closures = new LinkedHashMap<>();
  private final Map<Place, Long> lastInChat = new HashMap<>();

  /** Asks for one call, and counts it if it is taken. */
  public Verdict ask(Knobs knobs, long bot, Cost cost, long now) {
    if (!knobs.flood() || cost.kind() == Cost.Kind.NONE) {
      return Verdict.FREE;
    }
    boolean wholeBot = knobs.floodScope() == Knobs.FloodScope.BOT;
    Place door = new Place(bot, wholeBot ? 0 : cost.chat());
    Closure closure = closures.computeIfAbsent(door, ignored -> new Closure());
    boolean typing = cost.kind() == Cost.Kind.TYPING;
    if (closure.closed(now) && !typing) {
      long wait = closure.tooEarly(now, knobs.penaltyCapSeconds() * 1000L);
      return new Verdict(0, seconds(wait), true);
    }
    List<Window> asked = windows(knobs, new Place(bot, cost.chat()), cost.kind());
    long at = freeAt(asked, cost, now);
    long wait = at - now;
    long absorb = knobs.floodAbsorbSeconds() * 1000L;
    if (wait > (typing ? Math.min(TYPING_ABSORB, absorb) : absorb)) {
      long told = typing ? Math.min(TYPING_LONGEST, wait) : wait;
      if (!typing) {
        closure.close(now, told);
      }
      return new Verdict(0, seconds(told), false);
    }
    return taken(asked, new Place(bot, cost.chat()), cost, now, at);
  }

  /** How full everything is. */
  public Map<String, Object> meters(long now) {
    List<Object> meters = new ArrayList<>();
    windows.forEach(
        (place, byName) ->
            byName.forEach((name, window) -> meters.add(meter(place, name, window, now))));
    List<Object> closed = new ArrayList<>();
    closures.forEach(
        (place, closure) -> {
          if (closure.closed(now)) {
            closed.add(
                Fields.with("bot_id", place.bot())
                    .and("chat_id", place.chat() == 0 ? null : place.chat())
                    .and("until", closure.until())
                    .and("violations", closure.violations(now))
                    .map());
          }
        });
    return Fields.with("windows", meters).and("closed", closed).map();
  }

  public void startOver() {
    windows.clear();
    closures.clear();
    lastInChat.clear();
  }

  // What is held keeps its place: the next one of the chat is not served before it.
  private Verdict taken(List<Window> asked, Place chat, Cost cost, long now, long free) {
    long at = Math.max(free, lastInChat.getOrDefault(chat, 0L));
    if (cost.kind() != Cost.Kind.TYPING) {
      lastInChat.put(chat, at);
    }
    asked.forEach(window -> window.take(at, cost.units()));
    return new Verdict(at - now, 0, false);
  }

  private static long freeAt(List<Window> asked, Cost cost, long now) {
    return asked.stream().mapToLong(window -> window.freeAt(now, cost.units())).max().orElse(now);
  }

  private List<Window> windows(Knobs knobs, Place chat, Cost.Kind kind) {
    List<Window> all = new ArrayList<>();
    boolean group = chat.chat() < 0;
    switch (kind) {
      case TYPING -> {
        all.add(window(chat, "typing", 20, 5_000));
        all.add(window(chat, "typing_long", 40, 30_000));
        return all;
      }
      case ADMIN -> all.add(window(chat, "admin", ADMIN_PER_MINUTE, MINUTE));
      default -> {
        boolean apart = kind == Cost.Kind.EDIT && knobs.editPerMinute() > 0;
        if (group && apart) {
          all.add(window(chat, "edit", knobs.editPerMinute(), MINUTE));
        } else if (group) {
          all.add(window(chat, "group", knobs.groupPerMinute(), MINUTE));
        }
        // One per second with a burst: so many in so many seconds.
        all.add(window(chat, "chat", knobs.chatBurst(), knobs.chatBurst() * 1000L));
      }
    }
    all.add(window(new Place(chat.bot(), 0), "bot", knobs.botPerSecond(), 1_000));
    return all;
  }

  private Window window(Place place, String name, int limit, long period) {
    Map<String, Window> byName = windows.computeIfAbsent(place, ignored -> new LinkedHashMap<>());
    Window known = byName.get(name);
    if (known == null || known.limit() != limit) {
      known = new Window(limit, period);
      byName.put(name, known);
    }
    return known;
  }

  private static Map<String, Object> meter(Place place, String name, Window window, long now) {
    return Fields.with("bot_id", place.bot())
        .and("chat_id", place.chat() == 0 ? null : place.chat())
        .and("window", name)
        .and("used", window.used(now))
        .and("limit", window.limit())
        .and("period_seconds", window.period() / 1000)
        .and("free_at", window.freeAt(now, 1))
        .map();
  }

  private static long seconds(long millis) {
    return Math.max(1, (millis + 999) / 1000);
  }
}
