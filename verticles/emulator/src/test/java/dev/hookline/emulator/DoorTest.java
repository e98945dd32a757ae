package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls come in, whatever they are written in. */
class DoorTest {

  private static final String BOT = "/bot" + EmulatorOptions.TOKEN;

  private final Running running = new Running();

  @AfterEach
  void close() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/botnonsense/getMe, 401, Unauthorized: invalid token specified",
    "/bot0:abc/getMe, 401, Unauthorized: invalid token specified",
    "/bot7:abc/getMe, 401, Unauthorized",
    "/somewhere, 404, Not Found",
  })
  void lets_nobody_in_without_a_bots_token(String path, int status, String description) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("description")).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/getMe", "/getme", "/GETME", "/test/getMe"})
  void finds_a_method_in_any_letter_case(String path) {
    assertThat(get(BOT + path).statusCode()).isEqualTo(200);
  }

  @Test
  void never_says_ok_to_a_method_that_it_does_not_know() {
    JsonObject answer = running.call("sendDice", in(CHAT));

    assertThat(answer.getString("description")).isEqualTo("Not Found: method not found");
    assertThat(running.journal().records().get(0).verdict()).isEqualTo(Verdict.NOT_EMULATED);
  }

  @Test
  void never_says_ok_to_a_parameter_whose_effect_it_does_not_have() {
    assertThat(
            running.refusal("sendMessage", in(CHAT).put("text", "<b>").put("parse_mode", "HTML")))
        .isEqualTo("Bad Request: parse_mode is not emulated");
    assertThat(running.journal().records().get(0).verdict()).isEqualTo(Verdict.NOT_EMULATED);
  }

  @Test
  void notes_an_unknown_parameter_and_refuses_it_when_strict() {
    JsonObject odd = in(CHAT).put("text", "hello").put("loud", true).put("method", "sendmessage");
    running.ok("sendMessage", odd);
    assertThat(running.journal().records().get(0).violations())
        .containsExactly("sendMessage has no parameter loud");

    await(running.control().turn(new JsonObject().put("strict", true)));

    assertThat(running.refusal("sendMessage", odd))
        .isEqualTo("Bad Request: sendMessage has no parameter loud");
  }

  @Test
  void takes_arguments_from_the_query_and_from_forms_the_later_winning() {
    HttpResponse<String> answer =
        post(
            BOT + "/sendmessage?chat_id=" + CHAT + "&text=query",
            "application/x-www-form-urlencoded",
            "text=caf%C3%A9+form");

    assertThat(new JsonObject(answer.body()).getJsonObject("result").getString("text"))
        .isEqualTo("café form");
  }

  @Test
  void takes_json_that_is_written_as_texts_too() {
    JsonObject bold = new JsonObject().put("type", "bold").put("offset", 0).put("length", 2);
    JsonObject asText =
        in(CHAT).put("text", "hello").put("entities", new JsonArray().add(bold).encode());

    assertThat(running.ok("sendMessage", asText).getJsonObject("result").getJsonArray("entities"))
        .isEqualTo(new JsonArray().add(bold));
  }

  @Test
  void says_when_json_cannot_be_read() {
    HttpResponse<String> answer = post(BOT + "/getMe", "application/json", "{\"a\":");

    assertThat(answer.body())
        .isEqualTo(
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: can't parse JSON"
                + " object\"}");
  }

  @Test
  void takes_a_file_that_is_attached_under_its_own_name() {
    String body =
        part("name=\"chat_id\"", String.valueOf(CHAT))
            + part("name=\"document\"", "attach://build log.txt")
            + part("name=\"caption\"", "ünïcödé")
            + part("name=\"build log.txt\"; filename=\"build log.txt\"", "it failed")
            + "--B--\r\n";

    HttpResponse<String> answer =
        post(BOT + "/senddocument", "multipart/form-data; boundary=B", body);

    JsonObject sent = new JsonObject(answer.body()).getJsonObject("result");
    assertThat(sent.getString("caption")).isEqualTo("ünïcödé");
    assertThat(sent.getJsonObject("document").getInteger("file_size")).isEqualTo(9);
    String id = sent.getJsonObject("document").getString("file_id");
    String path =
        running
            .ok("getFile", new JsonObject().put("file_id", id))
            .getJsonObject("result")
            .getString("file_path");
    assertThat(get("/file" + BOT + "/" + path).body()).isEqualTo("it failed");
    assertThat(get("/file/bot7:abc/" + path).statusCode()).isEqualTo(401);
    assertThat(get("/file" + BOT + "/documents/none").statusCode()).isEqualTo(404);
  }

  @Test
  void refuses_files_that_are_not_there() {
    assertThat(running.refusal("sendDocument", in(CHAT)))
        .isEqualTo("Bad Request: there is no document in the request");
    assertThat(running.refusal("sendDocument", in(CHAT).put("document", "invented")))
        .isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
  }

  @Test
  void refuses_a_body_above_what_a_bot_may_upload() throws IOException {
    try (Wires wires = new Wires(running.emulator.apiPort())) {
      wires.write(
          "POST " + BOT + "/sendDocument HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n");

      assertThat(wires.toTheEnd().text())
          .startsWith("HTTP/1.1 413 Request Entity Too Large")
          .contains("\"error_code\":413");
    }
  }

  @Test
  void answers_requests_that_come_in_one_piece_one_after_the_other() throws IOException {
    try (Wires wires = new Wires(running.emulator.apiPort())) {
      String call = "GET " + BOT + "/getMe HTTP/1.1\r\nHost: x\r\n\r\n";
      wires.write(call + call.replace("getMe", "nothing"));

      assertThat(wires.response().text()).startsWith("HTTP/1.1 200");
      assertThat(wires.response().text()).startsWith("HTTP/1.1 404");
    }
    assertThat(running.journal().records())
        .extracting(CallRecord::connection)
        .containsExactly(1L, 1L);
  }

  @Test
  void keeps_a_bounded_journal_when_it_is_told_to() {
    try (Running bounded = new Running(EmulatorOptions.forTests().withJournalLimit(8))) {
      for (int i = 0; i < 30; i++) {
        bounded.ok("getMe", new JsonObject());
      }

      assertThat(bounded.journal().records()).hasSizeLessThanOrEqualTo(10);
      assertThat(bounded.journal().lastSeq()).isEqualTo(30);
      assertThat(bounded.journal().since(28, 100))
          .extracting(CallRecord::seq)
          .containsExactly(29L, 30L);
    }
  }

  private static String part(String disposition, String content) {
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(running.api(path)).GET().build());
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(running.api(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body, UTF_8))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    return running.http().sendAsync(request, BodyHandlers.ofString(UTF_8)).join();
  }
}
