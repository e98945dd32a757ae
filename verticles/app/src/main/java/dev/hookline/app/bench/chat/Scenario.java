package dev.hookline.app.bench.chat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happens.
 *
 * @param name in a few words
 * @param warm whether its sessions have their topics before it begins
 * @param told what is told, in the order in which it comes
 */
record Scenario(String name, boolean warm, List<Told> told) {

  Scenario {
    told = List.copyOf(told);
  }

  /** A word of each session to begin with. */
  List<Told> hellos() {
    return sessions().keySet().stream().map(this::hello).toList();
  }

  /** What each session tells. */
  Map<SessionKey, List<Told>> sessions() {
    return told.stream().collect(Collectors.groupingBy(one -> one.event().event().session()));
  }

  private Told hello(SessionKey session) {
    Instant time = Instant.ofEpochMilli(VirtualTime.BEGIN);
    String id = session + "-hello";
    EventType start = EventType.SESSION_START;
    HookEvent event =
        new HookEvent(session.value(), id, start, session, time, "", new JsonObject(), null);
    return new Told(Told.BEFORE, NewEvent.of(event, told.get(0).event().chat(), time), "", false);
  }
}
