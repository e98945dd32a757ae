package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two phones and the terminal answer at once, and a node is killed in between. */
class AnswerRaceTest extends EndToEnd {

  private static final Object[] BOTH_MAY = {
    "telegram.allowedUsers",
    new JsonArray().add(Phone.ANN).add(Phone.STRANGER),
    "ingest.maxConnections",
    4_000
  };
  private static final int RETRY_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(20); // alone it takes almost five

  /** A question's message, and not the one that tells of the command's end. */
  private static final Pattern ASKED = Pattern.compile("touch 1\ntouch file-(\\d+)");

  private static final long SECONDS = 600;

  private volatile RunningNode serving;

  @Test
  void each_question_is_settled_once() throws Exception {
    race(40);
  }

  @Test
  @Tag("process") // a thousand take a while
  void each_of_a_thousand_questions_is_settled_once() throws Exception {
    race(1_000);
  }

  private void race(int questions) throws Exception {
    start(BOTH_MAY);
    serving = node;
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Map<Integer, CompletableFuture<String>> answers = new LinkedHashMap<>();
      for (int i = 0; i < questions; i++) {
        int number = i;
        answers.put(i, new CompletableFuture<>());
        asks(number, answers.get(i));
      }
      Map<Integer, JsonObject> messages = messages(questions);
      awaitsWrittenDown(questions);
      List<CompletableFuture<?>> deeds = new ArrayList<>();
      for (int i = 0; i < questions; i++) {
        int number = i;
        JsonObject message = messages.get(i);
        deeds.add(run(threads, () -> press(Phone.ANN, message, "✅ Allow")));
        deeds.add(run(threads, () -> press(Phone.STRANGER, message, "⛔ Deny")));
        deeds.add(run(threads, () -> terminal(number)));
        if (i == questions / 2) {
          restart(BOTH_MAY);
          serving = node;
        }
      }
      CompletableFuture.allOf(deeds.toArray(CompletableFuture[]::new))
          .get(SECONDS, TimeUnit.SECONDS);

      Map<Integer, String> ends = new LinkedHashMap<>();
      for (int i = 0; i < questions; i++) {
        ends.put(i, end(answers.get(i).get(SECONDS, TimeUnit.SECONDS)));
      }
      Await.until(
          "each message to say who was first",
          PATIENCE,
          () -> unlike(ends).isEmpty(),
          () -> unlike(ends).toString());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String end(String answer) {
    if (answer.contains("\"allow\"")) {
      return "✅ Allowed · Ada";
    }
    return answer.contains("\"deny\"") ? "⛔ Denied · Bo" : "Answered where the agent runs.";
  }

  /** Questions whose messages do not say what became of them. */
  private Map<Integer, String> unlike(Map<Integer, String> ends) {
    Map<Integer, JsonObject> messages = messages();
    Map<Integer, String> unlike = new TreeMap<>(ends);
    unlike
        .entrySet()
        .removeIf(end -> Chat.text(messages.get(end.getKey())).contains(end.getValue()));
    return unlike;
  }

  /** The messages with all questions, as soon as each has its buttons. */
  private Map<Integer, JsonObject> messages(int questions) {
    Await.until(
        "buttons below each question",
        PATIENCE,
        () -> messages().values().stream().filter(Phone::hasButtons).count() == questions,
        () -> messages().size() + " questions");
    return messages();
  }

  /** The latest message of each question. */
  private Map<Integer, JsonObject> messages() {
    Map<Integer, JsonObject> messages = new TreeMap<>();
    for (JsonObject message : chat.living()) {
      Matcher asked = ASKED.matcher(Chat.text(message));
      if (asked.find()) {
        messages.put(Integer.parseInt(asked.group(1)), message);
      }
    }
    return messages;
  }

  private void press(long user, JsonObject message, String label) {
    JsonArray rows = Phone.buttons(message);
    int column = label.contains("Allow") ? 0 : 1;
    assertThat(rows.getJsonArray(0).getJsonObject(column).getString("text")).isEqualTo(label);
    try {
      chat.person(
          "tap",
          new JsonObject()
              .put("user", user)
              .put("message_id", message.getLong("message_id"))
              .put("data", rows.getJsonArray(0).getJsonObject(column).getString("callback_data")));
    } catch (AssertionError | RuntimeException gone) {
      // somebody was quicker: the button is there no more
    }
  }

  private void terminal(int number) {
    while (true) {
      try {
        new AskingAgent(serving, session(number)).ran(command(number));
        return;
      } catch (AssertionError | RuntimeException down) {
        pause();
      }
    }
  }

  private void asks(int number, CompletableFuture<String> answer) {
    JsonObject question;
    CompletableFuture<HttpResponse<String>> exchange;
    try {
      AskingAgent agent = new AskingAgent(serving, session(number));
      question = agent.permission("Bash", AskingAgent.bash(command(number)));
      exchange = agent.posts(question, "Hookline-Event-Id", "spool-" + number);
    } catch (RuntimeException down) {
      later(number, answer);
      return;
    }
    exchange.whenComplete(
        (response, failed) -> {
          if (failed == null && response.statusCode() == 200) {
            answer.complete(response.body());
          } else {
            later(number, answer);
          }
        });
  }

  private void later(int number, CompletableFuture<String> answer) {
    CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
        .execute(() -> asks(number, answer));
  }

  private static CompletableFuture<?> run(ExecutorService threads, Runnable deed) {
    return CompletableFuture.runAsync(deed, threads);
  }

  private static void pause() {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS))
        .join();
  }

  private static String session(int number) {
    return "s-" + number % 10;
  }

  private static String command(int number) {
    return String.format(Locale.ROOT, "touch file-%04d", number);
  }
}
