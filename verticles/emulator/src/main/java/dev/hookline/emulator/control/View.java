package dev.hookline.emulator.control;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.act.Sight;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.fault.FaultBook;
import dev.hookline.emulator.stage.Events.Event;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.StoredFile;
import dev.hookline.emulator.world.Topic;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The world as those who watch it see it. */
public final class View {

  private static final int MOST_MESSAGES = 1000;

  private final Stage stage;
  private final Engine engine;
  private final FaultBook faults;
  private final Journal journal;
  private final long seed;
  private final Places places;

  View(Engine engine, FaultBook faults, Journal journal, long seed) {
    this.stage = engine.stage();
    this.engine = engine;
    this.faults = faults;
    this.journal = journal;
    this.seed = seed;
    this.places = new Places(stage);
  }

  /**
   * Everything but messages.
   *
   * @param apiRoot where the Bot API is
   */
  public Map<String, Object> state(String apiRoot) {
    return Fields.with("now", stage.now())
        .and("virtual_clock", stage.time().virtual())
        .and("seed", seed)
        .and("api_root", apiRoot)
        .and("last_seq", journal.lastSeq())
        .and("last_event", stage.events().lastId())
        .and("bots", stage.world().bots().values().stream().map(this::bot).toList())
        .and(
            "users",
            stage.world().people().values().stream()
                .filter(person -> !person.bot())
                .map(Wire::user)
                .toList())
        .and("chats", stage.world().chats().values().stream().map(this::chat).toList())
        .and("faults", faults.list())
        .and("knobs", stage.knobs().toJson().getMap())
        .map();
  }

  /** Call records after a sequence number, oldest first. */
  Map<String, Object> journal(long since, int limit) {
    return Fields.with(
            "records",
            journal.since(since, limit).stream()
                .map(CallRecord::toJson)
                .map(JsonObject::getMap)
                .toList())
        .and("last_seq", journal.lastSeq())
        .and("dropped", journal.dropped())
        .map();
  }

  /** How full the flood model's windows are. */
  Map<String, Object> flood() {
    return engine.flood().meters(stage.now());
  }

  StoredFile file(String id) {
    StoredFile file = stage.world().files().get(id);
    if (file == null) {
      throw Wrong.missing("there is no file with that id");
    }
    return file;
  }

  /** Messages of a chat, oldest first; of one topic unless the thread is 0. */
  public Map<String, Object> messages(long id, int thread, int after, int limit) {
    Chat chat = places.chat(id);
    int most = Math.max(1, Math.min(MOST_MESSAGES, limit));
    List<Message> found =
        chosen(chat, thread).filter(one -> one.id() > after).limit(most + 1L).toList();
    return Fields.with("chat_id", chat.id())
        .and(
            "messages",
            found.stream().limit(most).map(one -> Sight.entry(stage.world(), chat, one)).toList())
        .and("more", found.size() > most)
        .map();
  }

  private static Stream<Message> chosen(Chat chat, int thread) {
    if (thread == 0) {
      return chat.messages().values().stream();
    }
    return chat
        .topic(thread)
        .map(Topic::messageIds)
        .orElseThrow(() -> Wrong.missing("there is no topic " + thread + " in the chat"))
        .stream()
        .map(chat.messages()::get);
  }

  private Map<String, Object> bot(Bot bot) {
    return Fields.with("user", Wire.user(bot.person()))
        .and("pending_updates", bot.waiting().size())
        .and("polling", stage.updates().polls().active(bot))
        .and("webhook_url", bot.webhook().url())
        .and("allowed_updates", bot.allowed() == null ? null : List.copyOf(bot.allowed()))
        .map();
  }

  private Map<String, Object> chat(Chat chat) {
    return Fields.with("chat", null)
        .all(Sight.chat(stage.world(), chat))
        .and("topics", chat.topics().stream().map(topic -> Sight.topic(chat, topic)).toList())
        .and("typing", typing(chat))
        .map();
  }

  private List<Map<String, Object>> typing(Chat chat) {
    return stage.events().after(0).stream()
        .filter(event -> event.kind().equals("typing"))
        .map(Event::body)
        .filter(
            body -> body.get("chat_id").equals(chat.id()) && (Long) body.get("until") > stage.now())
        .toList();
  }
}
