package dev.hookline.lab.run;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.TopicView;
import dev.hookline.lab.check.ForumTopic;
import dev.hookline.lab.check.Shown;
import dev.hookline.lab.stage.Stage;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what Telegram and the store know at the end of a run. */
final class Chronicle {

  private static final String LATE = "🕰 Late";
  private static final String STORED = "SELECT event_id FROM event";
  private static final String UNCERTAIN =
      "SELECT e.event_id FROM event e JOIN outbox o"
          + " ON o.session_id = e.session_id AND o.position = e.position WHERE o.uncertain > 0";

  private final Stage stage;
  private final List<CallRecord> calls;
  private final Map<Integer, Long> times = new HashMap<>();
  private final Map<Integer, Long> deletions = new HashMap<>();

  /** Of this moment. */
  Chronicle(Stage stage) {
    this.stage = stage;
    this.calls = stage.telegram().calls();
    calls.stream().filter(CallRecord::committed).forEach(this::note);
  }

  /** Every message of the bot that shows something, by its id. */
  List<Shown> shown() {
    return stage.telegram().messages().stream().map(this::message).toList();
  }

  /** Every topic that the bot made. */
  List<ForumTopic> topics() {
    return stage.telegram().topics().stream().map(this::topic).toList();
  }

  /** When messages came into the chat, in the order of time. */
  List<Long> deliveries() {
    return calls.stream()
        .filter(call -> call.committed() && call.method().equalsIgnoreCase("sendMessage"))
        .map(CallRecord::receivedAt)
        .sorted()
        .toList();
  }

  /** The calls themselves. */
  Calls calls() {
    return new Calls(calls);
  }

  /** Every event that the store holds. */
  Set<String> stored() throws SQLException {
    return marks(STORED);
  }

  /** Events of which the store says that they may be shown twice. */
  Set<String> uncertain() throws SQLException {
    return marks(UNCERTAIN);
  }

  private Set<String> marks(String question) throws SQLException {
    Set<String> marks = new HashSet<>();
    try (Connection store = DriverManager.getConnection(stage.storeUrl());
        ResultSet rows = store.createStatement().executeQuery(question)) {
      while (rows.next()) {
        marks.add(rows.getString(1));
      }
    }
    return marks;
  }

  private void note(CallRecord call) {
    if (call.method().equalsIgnoreCase("deleteForumTopic")) {
      deletions.put(call.threadId(), call.receivedAt());
    } else {
      call.messageIds().forEach(id -> times.putIfAbsent(id, call.receivedAt()));
    }
  }

  private Shown message(JsonObject entry) {
    JsonObject message = entry.getJsonObject("message");
    String text = message.getString("text", message.getString("caption", ""));
    int id = message.getInteger("message_id");
    return new Shown(
        id,
        entry.getLong("thread_id", 0L),
        Marks.in(text),
        text.startsWith(LATE),
        entry.getBoolean("deleted"),
        times.getOrDefault(id, 0L));
  }

  private ForumTopic topic(TopicView topic) {
    long created = times.getOrDefault(topic.threadId(), 0L);
    long deleted = topic.deleted() ? deletions.getOrDefault(topic.threadId(), created + 1) : 0;
    return new ForumTopic(topic.threadId(), topic.name(), created, deleted);
  }
}
