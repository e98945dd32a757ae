package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control port over HTTP, as docs/emulator.md has it. */
class ControlPortTest {

  private static final String CHAT_PATH = "/emu/chats/" + CHAT;

  private final Running running = new Running(EmulatorOptions.forTests().withVirtualClock());

  @AfterEach
  void close() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1"})
  void refuses_a_request_that_a_foreign_page_made(String origin) {
    HttpResponse<String> answer =
        send(request(CHAT_PATH + "/send").header("Origin", origin), "{\"text\":\"hello\"}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(get(CHAT_PATH + "/messages?after=1").getJsonArray("messages")).isEmpty();
  }

  @Test
  void refuses_a_request_by_a_name_that_is_not_ours() throws IOException {
    try (Wires wires = new Wires(running.emulator.controlPort())) {
      wires.write("GET /emu/state HTTP/1.1\r\nHost: rebound.example\r\n\r\n");

      assertThat(wires.response().text()).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void takes_a_request_of_its_own_page() {
    String own = "http://127.0.0.1:" + running.emulator.controlPort();

    assertThat(
            send(request(CHAT_PATH + "/send").header("Origin", own), "{\"text\":\"hello\"}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void serves_its_page_without_anything_from_elsewhere() {
    HttpResponse<String> page = send(request("/").GET());

    assertThat(page.body()).contains("<title>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';");
    assertThat(send(request("/assets/app.js").GET()).statusCode()).isEqualTo(200);
    assertThat(send(request("/lit/lit-html.js").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void shows_everything_but_messages_in_the_state() {
    running.topic("t");

    JsonObject state = get("/emu/state");

    assertThat(state.getString("api_root")).isEqualTo(running.emulator.apiRoot().toString());
    JsonObject chat = state.getJsonArray("chats").getJsonObject(0);
    assertThat(chat.getJsonObject("chat").getBoolean("is_forum")).isTrue();
    assertThat(chat.getJsonArray("members")).hasSize(3);
    assertThat(chat.getJsonArray("topics").getJsonObject(1))
        .isEqualTo(
            chat.getJsonArray("topics")
                .getJsonObject(1)
                .copy()
                .put("thread_id", 2)
                .put("name", "t")
                .put("general", false)
                .put("messages", 1));
    assertThat(state.encode()).doesNotContain(EmulatorOptions.TOKEN);
  }

  @Test
  void pages_through_a_topics_messages() {
    int thread = running.topic("t");
    running.message(thread, "one");
    running.message(0, "elsewhere");
    int last = running.message(thread, "two");

    JsonObject page = get(CHAT_PATH + "/messages?limit=2&thread=" + thread);
    assertThat(page.getBoolean("more")).isTrue();
    JsonObject rest = get(CHAT_PATH + "/messages?after=3&thread=" + thread);

    assertThat(rest.getBoolean("more")).isFalse();
    assertThat(rest.getJsonArray("messages")).hasSize(1);
    assertThat(message(rest, 0).getInteger("message_id")).isEqualTo(last);
  }

  @Test
  void keeps_the_looks_of_a_message_before_it_was_edited() {
    int message = running.message(0, "before");
    running.ok("editMessageText", in(CHAT).put("message_id", message).put("text", "after"));

    JsonObject entry =
        get(CHAT_PATH + "/messages?after=1").getJsonArray("messages").getJsonObject(0);

    assertThat(entry.getJsonObject("message").getString("text")).isEqualTo("after");
    assertThat(entry.getJsonArray("edits").getJsonObject(0).getString("text")).isEqualTo("before");
  }

  @Test
  void lets_a_user_do_what_users_do() {
    int thread = post(CHAT_PATH + "/topic/create", "{\"name\":\"ideas\"}").getInteger("thread_id");
    JsonObject sent = post(CHAT_PATH + "/send", "{\"text\":\"one\",\"thread\":" + thread + "}");
    int message = sent.getJsonObject("message").getInteger("message_id");
    post(CHAT_PATH + "/edit", "{\"text\":\"two\",\"message_id\":" + message + "}");
    post(CHAT_PATH + "/react", "{\"emoji\":\"🔥\",\"message_id\":" + message + "}");
    post(CHAT_PATH + "/topic/rename", "{\"name\":\"plans\",\"thread\":" + thread + "}");
    post(CHAT_PATH + "/topic/close", "{\"thread\":" + thread + "}");

    JsonArray entries = get(CHAT_PATH + "/messages?thread=" + thread).getJsonArray("messages");
    assertThat(entries.getJsonObject(1).getJsonObject("message").getString("text"))
        .isEqualTo("two");
    assertThat(
            entries.getJsonObject(1).getJsonArray("reactions").getJsonObject(0).getString("emoji"))
        .isEqualTo("🔥");
    post(CHAT_PATH + "/delete", "{\"message_id\":" + message + "}");
    post(CHAT_PATH + "/topic/reopen", "{\"thread\":" + thread + "}");
    post(CHAT_PATH + "/topic/delete", "{\"thread\":" + thread + "}");
    assertThat(running.refusal("closeForumTopic", Running.to(thread)))
        .isEqualTo("Bad Request: TOPIC_ID_INVALID");
  }

  @Test
  void lets_no_member_without_rights_write_in_a_closed_topic() {
    int thread = running.topic("t");
    running.ok("closeForumTopic", Running.to(thread));

    HttpResponse<String> answer =
        send(
            request(CHAT_PATH + "/send"),
            "{\"user\":7002,\"text\":\"hello\",\"thread\":" + thread + "}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail")).isEqualTo("the topic is closed");
  }

  @Test
  void says_what_is_wrong_with_a_request() {
    assertProblem("/emu/chats/5/send", "{\"text\":\"x\"}", 404, "there is no chat with the id 5");
    assertProblem("/emu/chats/x/send", "{}", 400, "chat is x; write a whole number");
    assertProblem(CHAT_PATH + "/send", "{\"text\":7}", 400, "text is 7; write a text");
    assertProblem(CHAT_PATH + "/send", "{\"text\":", 400, "The body is not a JSON object.");
    assertProblem(CHAT_PATH + "/dance", "{}", 404, "docs/emulator.md lists what there is.");
    assertProblem("/emu/restore", "{\"name\":\"x\"}", 404, "there is no snapshot with the name x");
    assertProblem(
        "/emu/faults", "{\"action\":\"status\",\"nth\":0}", 400, "nth is 0; write 1 or more");
  }

  @Test
  void adds_lists_and_removes_faults() {
    JsonObject rule =
        post("/emu/faults", "{\"methods\":[\"getMe\"],\"action\":\"status\",\"code\":500}");
    assertThat(running.call("getMe", new JsonObject()).getInteger("error_code")).isEqualTo(500);
    assertThat(get("/emu/faults").getJsonArray("faults").getJsonObject(0).getInteger("applied"))
        .isEqualTo(1);

    send(request("/emu/faults/" + rule.getLong("id")).DELETE());

    assertThat(get("/emu/faults").getJsonArray("faults")).isEmpty();
  }

  @Test
  void turns_knobs_and_refuses_wrong_ones() {
    HttpResponse<String> turned =
        send(request("/emu/knobs").method("PATCH", BodyPublishers.ofString("{\"strict\":true}")));
    HttpResponse<String> refused =
        send(request("/emu/knobs").method("PATCH", BodyPublishers.ofString("{\"strickt\":true}")));

    assertThat(new JsonObject(turned.body()).getBoolean("strict")).isTrue();
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("there is no knob [strickt]");
  }

  @Test
  void tells_the_journal_from_a_call_on() {
    running.ok("getMe", new JsonObject());
    running.topic("t");

    JsonObject journal = get("/emu/journal?since=1");

    assertThat(journal.getLong("last_seq")).isEqualTo(2);
    JsonObject record = journal.getJsonArray("records").getJsonObject(0);
    assertThat(record.getString("verdict")).isEqualTo("ok");
    assertThat(record.getBoolean("committed")).isTrue();
    assertThat(record.getJsonArray("message_ids")).isEqualTo(new JsonArray().add(2));
    assertThat(record.getJsonObject("response").getJsonObject("result").getString("name"))
        .isEqualTo("t");
  }

  @Test
  void goes_back_to_a_snapshot_and_to_the_beginning() {
    running.topic("kept");
    post("/emu/snapshot", "{\"name\":\"a\"}");
    running.topic("lost");

    post("/emu/restore", "{\"name\":\"a\"}");
    assertThat(running.topic("again")).isEqualTo(3);
    post("/emu/reset", "{}");

    assertThat(running.topic("first")).isEqualTo(2);
    assertThat(running.journal().records()).hasSize(1);
  }

  @Test
  void gives_a_file_back_as_what_no_browser_would_run() {
    JsonObject sent =
        post(
            CHAT_PATH + "/send",
            new JsonObject()
                .put(
                    "document",
                    new JsonObject()
                        .put("file_name", "a\".html")
                        .put("mime_type", "text/html")
                        .put("content_base64", base64("<script>")))
                .encode());
    String id = sent.getJsonObject("message").getJsonObject("document").getString("file_id");

    HttpResponse<String> file = send(request("/emu/files/" + id).GET());

    assertThat(file.body()).isEqualTo("<script>");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"a_.html\"");
  }

  @Test
  void streams_what_happens_from_a_known_event_on() throws IOException {
    long since = get("/emu/state").getLong("last_event");
    running.topic("t");
    try (InputStream stream =
        running
            .http()
            .sendAsync(
                request("/emu/events?since=" + since).GET().build(), BodyHandlers.ofInputStream())
            .join()
            .body()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));

      assertThat(next(lines, "event: ")).isEqualTo("message");
      assertThat(next(lines, "event: ")).isEqualTo("topic");
      assertThat(new JsonObject(next(lines, "data: ")).getString("change")).isEqualTo("created");
      assertThat(next(lines, "event: ")).isEqualTo("call");
      running.message(0, "live");
      assertThat(new JsonObject(next(lines, "data: ")).getString("verdict")).isEqualTo("ok");
      assertThat(next(lines, "data: ")).contains("live");
    }
  }

  @Test
  void tells_who_asks_for_what_is_gone_to_read_the_state_anew() throws IOException {
    try (InputStream stream =
        running
            .http()
            .sendAsync(
                request("/emu/events?since=999999").GET().build(), BodyHandlers.ofInputStream())
            .join()
            .body()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));

      assertThat(next(lines, "event: ")).isEqualTo("reset");
    }
  }

  @Test
  void moves_virtual_time_and_no_other() {
    long now = get("/emu/state").getLong("now");

    assertThat(post("/emu/clock/advance", "{\"millis\":1500}").getLong("now"))
        .isEqualTo(now + 1500);
    try (Running real = new Running()) {
      HttpResponse<String> refused =
          running
              .http()
              .sendAsync(
                  HttpRequest.newBuilder(real.controlPort("/emu/clock/advance"))
                      .POST(BodyPublishers.ofString("{\"millis\":1}"))
                      .build(),
                  BodyHandlers.ofString())
              .join();
      assertThat(refused.statusCode()).isEqualTo(409);
    }
  }

  private void assertProblem(String path, String body, int status, String detail) {
    HttpResponse<String> answer = send(request(path), body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("detail")).isEqualTo(detail);
  }

  private static String next(BufferedReader lines, String field) throws IOException {
    String line = lines.readLine();
    while (!line.startsWith(field)) {
      line = lines.readLine();
    }
    return line.substring(field.length());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static JsonObject message(JsonObject page, int index) {
    return page.getJsonArray("messages").getJsonObject(index).getJsonObject("message");
  }

  private JsonObject get(String path) {
    return new JsonObject(send(request(path).GET()).body());
  }

  private JsonObject post(String path, String body) {
    HttpResponse<String> answer = send(request(path), body);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return new JsonObject(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(running.controlPort(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body, UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return running.http().sendAsync(request.build(), BodyHandlers.ofString(UTF_8)).join();
  }
}
