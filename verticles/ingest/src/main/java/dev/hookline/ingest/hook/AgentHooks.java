package dev.hookline.ingest.hook;

import dev.hookline.ingest.hook.Draft.Origin;
import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What readers of all agents share: who an event is of, when it happened, and what its id is. */
abstract class AgentHooks implements HookReader {

  private final Dialect dialect;
  private final long chat;
  private final Supplier<String> ids;

  /**
   * @param chat the chat that shows new sessions
   * @param ids makes up ids that are unique everywhere
   */
  AgentHooks(Dialect dialect, long chat, Supplier<String> ids) {
    this.dialect = dialect;
    this.chat = chat;
    this.ids = ids;
  }

  @Override
  public final List<NewEvent> read(JsonObject json, Firing firing, Instant receivedAt) {
    RawHook hook = new RawHook(dialect, plain(json), firing.hostname());
    List<Draft> drafts = drafts(hook);
    return IntStream.range(0, drafts.size())
        .mapToObj(i -> drafts.get(i).toEvent(hook.session(), origin(firing, i, receivedAt)))
        .toList();
  }

  /** The hook event with the field names of the dialect, when an agent has more than one. */
  JsonObject plain(JsonObject json) {
    return json;
  }

  /** What it tells, in the order in which it happened; at least one. */
  abstract List<Draft> drafts(RawHook hook);

  /** Stored and not shown. */
  static Draft kept(RawHook hook) {
    return hook.event(EventType.OTHER).with("payload", hook.whole());
  }

  /** One that this version does not know: shown in few words, and kept whole. */
  static Draft unknown(RawHook hook) {
    return hook.event(EventType.NOTIFICATION)
        .content(hook.brief())
        .with(MetadataKeys.LEVEL, "info")
        .with("title", hook.name())
        .with("payload", hook.whole());
  }

  /**
   * The same drafts, named by all that the hook says: where events bear a time, two that say the
   * same are one. A request for permission is never taken for another one.
   */
  static List<Draft> namedByAll(RawHook hook, List<Draft> drafts) {
    String key = hook.wholeKey();
    for (int i = 0; i < drafts.size(); i++) {
      if (!drafts.get(i).is(EventType.APPROVAL_REQUEST)) {
        drafts.get(i).id(key + ":" + i);
      }
    }
    return drafts;
  }

  private Origin origin(Firing firing, int place, Instant receivedAt) {
    boolean known = firing.at() != null && firing.at().isBefore(receivedAt);
    boolean named = firing.id() != null;
    String id = named ? "hook:" + firing.id() + ":" + place : ids.get();
    return new Origin(chat, known ? firing.at() : receivedAt, receivedAt, named, id);
  }
}
