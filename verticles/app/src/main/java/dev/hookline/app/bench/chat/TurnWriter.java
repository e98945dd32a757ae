package dev.hookline.app.bench.chat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up what an agent tells in its turns: a question, tools with small and large answers, a word
 * now and then, sometimes a request for approval, and the answer in the end. Twenty events to a
 * turn. The same seed tells the same.
 */
final class TurnWriter {

  private static final int STEPS = 20;
  private static final String PROSE =
      "The parser ends the field at a quoted comma, so the totals of the second column are wrong. ";
  private static final String OUTPUT =
      "src/main/java/shop/ledger/Totals.java:118: expected 4 columns, found 5\n";

  private final String session;
  private final long chat;
  private final Random random;
  private int number;
  private int step;
  private int tool;
  private boolean toolRuns;

  TurnWriter(String session, long chat, long seed) {
    this.session = session;
    this.chat = chat;
    this.random = new Random(seed);
    this.step = random.nextInt(STEPS); // agents are at different points of their turns
  }

  /** The next event; after a turn's answer a second one, which says that the turn is over. */
  List<Told> next(long atMillis) {
    number++;
    String mark = "⟦" + session + "-" + number + "⟧";
    int place = step++ % STEPS;
    if (toolRuns) {
      toolRuns = false;
      return List.of(result(atMillis, mark));
    }
    if (place == 0) {
      return List.of(said(EventType.USER_INPUT, atMillis, mark, 1 + random.nextInt(2)));
    }
    if (place >= STEPS - 1) {
      List<Told> end = new ArrayList<>();
      end.add(urgent(said(EventType.AGENT_RESPONSE, atMillis, mark, 3 + random.nextInt(5))));
      end.add(told(EventType.TURN_COMPLETE, atMillis, "", "", new JsonObject()));
      return end;
    }
    if (place % 7 == 6) {
      return List.of(said(EventType.AGENT_RESPONSE, atMillis, mark, 1 + random.nextInt(2)));
    }
    if (place == STEPS - 2 && random.nextInt(4) == 0) {
      return List.of(urgent(approval(atMillis, mark)));
    }
    if (place == STEPS - 2) {
      return List.of(said(EventType.NOTIFICATION, atMillis, mark, 1));
    }
    toolRuns = true;
    return List.of(start(atMillis, mark));
  }

  private Told said(EventType type, long at, String mark, int sentences) {
    return told(type, at, mark, mark + " " + PROSE.repeat(sentences), new JsonObject());
  }

  private Told approval(long at, String mark) {
    JsonObject input = new JsonObject().put("command", "git push origin main # " + mark);
    return told(EventType.APPROVAL_REQUEST, at, mark, "", tool("Bash", input));
  }

  private Told start(long at, String mark) {
    tool++;
    return told(EventType.TOOL_START, at, mark, "", call(mark));
  }

  private Told result(long at, String mark) {
    String text = mark + "\n" + OUTPUT.repeat(lines());
    JsonObject answer = new JsonObject().put("stdout", text).put("stderr", "");
    JsonObject metadata = call("").put(MetadataKeys.RESPONSE, answer);
    return told(EventType.TOOL_RESULT, at, mark, "", metadata);
  }

  private JsonObject call(String mark) {
    String what = "mvn -q test -Dtest=Totals" + tool + "Test";
    String command = mark.isEmpty() ? what : what + " # " + mark;
    return tool("Bash", new JsonObject().put("command", command));
  }

  private JsonObject tool(String name, JsonObject input) {
    return new JsonObject()
        .put(MetadataKeys.TOOL, name)
        .put(MetadataKeys.INPUT, input)
        .put(MetadataKeys.TOOL_USE_ID, session + "-tool-" + tool)
        .put(MetadataKeys.DURATION_MILLIS, 120 + tool);
  }

  /** Most tools say little, some say much. */
  private int lines() {
    int kind = random.nextInt(10);
    return kind < 5 ? 0 : kind < 9 ? 1 + random.nextInt(6) : 20 + random.nextInt(10);
  }

  private Told told(EventType type, long at, String mark, String text, JsonObject metadata) {
    Instant time = Instant.ofEpochMilli(VirtualTime.BEGIN + at);
    String id = session + "-" + number + "-" + type.wireName();
    SessionKey key = new SessionKey(session);
    HookEvent event = new HookEvent(session, id, type, key, time, text, metadata, null);
    return new Told(at, NewEvent.of(event, chat, time), mark, false);
  }

  private static Told urgent(Told told) {
    return new Told(told.atMillis(), told.event(), told.mark(), true);
  }
}
