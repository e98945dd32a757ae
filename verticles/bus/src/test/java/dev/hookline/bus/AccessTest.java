package dev.hookline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and to what. */
class AccessTest {

  @TempDir private Path directory;
  private OpenBus bus;

  @AfterEach
  void close() {
    bus.close();
  }

  @ParameterizedTest
  @CsvSource({
    "send, hookline.ingest",
    "register, hookline.sessions",
    "register, hookline.events.s-1",
    "register, hookline.filter.quiet",
    "unregister, hookline.sessions",
    "publish, hookline.ingest",
    "send, hookline.auth"
  })
  void does_nothing_for_one_who_has_not_shown_the_token(String type, String address) {
    bus = OpenBus.in(directory);
    try (Program stranger = bus.stranger()) {
      stranger.send(type, address, new JsonObject().put("token", "a guess"));

      assertThat(stranger.next().getInteger("failureCode")).isEqualTo(401);
      assertThat(stranger.next()).isNull();
    }
  }

  @Test
  void answers_a_ping_of_anybody() {
    bus = OpenBus.in(directory);
    try (Program stranger = bus.stranger()) {
      stranger.send(new JsonObject().put("type", "ping"));

      assertThat(stranger.next()).isEqualTo(new JsonObject().put("type", "pong"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "send, hookline.session.hint",
    "send, hookline.events.post",
    "send, hookline.filter.ask",
    "send, hookline.events.s-1",
    "send, hookline.sessions",
    "send, hookline.reply.1",
    "send, __vertx.reply.1",
    "publish, hookline.ingest",
    "publish, hookline.session.hint",
    "publish, hookline.sessions",
    "register, hookline.session.hint",
    "register, hookline.events.post/x",
    "register, hookline.events.",
    "register, hookline.ingest",
    "register, hookline.auth",
    "register, hookline.filter.ask",
    "register, hookline.filter.other",
    "register, hookline.chat.hint",
    "register, hookline.console.snapshot",
    "register, hookline.telegram.updates",
    "invent, hookline.ingest"
  })
  void refuses_what_is_not_on_the_list_and_goes_on(String type, String address) {
    bus = OpenBus.in(directory);
    AtomicInteger reached = new AtomicInteger();
    bus.vertx().eventBus().localConsumer(address, message -> reached.incrementAndGet());
    try (Program program = bus.program()) {
      program.send(type, address, new JsonObject());
      JsonObject refused = program.next();
      program.send(new JsonObject().put("type", "ping"));

      assertThat(refused.getString("message")).isEqualTo("access_denied");
      assertThat(refused.getInteger("failureCode")).isEqualTo(403);
      assertThat(program.next().getString("type")).isEqualTo("pong");
      assertThat(reached).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"send\",\"address\":{}}",
        "{\"type\":\"register\",\"address\":\"hookline.events.s\",\"headers\":{\"after\":\"soon\"}}"
      })
  void ends_a_connection_whose_messages_make_no_sense(String json) {
    bus = OpenBus.in(directory);
    try (Program program = bus.program()) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      program.sendBytes(
          ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array());

      assertThat(program.next().getString("message")).startsWith("bad message");
      assertThat(program.next()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, (1 << 20) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void ends_a_connection_that_announces_a_message_of_no_possible_length(int length) {
    bus = OpenBus.in(directory);
    try (Program program = bus.program()) {
      program.sendBytes(ByteBuffer.allocate(8).putInt(length).putInt(7).array());

      assertThat(program.next().getString("message")).contains("length");
      assertThat(program.next()).isNull();
    }
  }

  @Test
  void takes_only_short_messages_from_strangers() {
    bus = OpenBus.in(directory);
    try (Program stranger = bus.stranger()) {
      stranger.sendBytes(ByteBuffer.allocate(8).putInt(4097).putInt(7).array());

      assertThat(stranger.next().getString("message")).contains("length");
    }
  }

  @Test
  void lets_a_program_in_while_a_thousand_strangers_say_nothing() {
    bus = OpenBus.in(directory);
    List<Program> strangers = new ArrayList<>();
    IntStream.range(0, 1_000).forEach(i -> strangers.add(bus.stranger()));

    try (Program program = bus.program()) {
      program.send(new JsonObject().put("type", "ping"));

      assertThat(program.next().getString("type")).isEqualTo("pong");
    } finally {
      strangers.forEach(Program::close);
    }
  }

  @Test
  void lets_nobody_wait_for_ever_with_the_token() {
    bus = OpenBus.in(directory, OpenBus.limits(64, 256, Duration.ofMillis(100)));
    try (Program stranger = bus.stranger()) {
      assertThat(stranger.next()).isNull();
    }
  }

  @Test
  void takes_no_more_programs_than_there_may_be_and_another_when_one_has_left() {
    bus = OpenBus.in(directory, OpenBus.limits(1, 256, Duration.ofSeconds(10)));
    Program first = bus.program();
    try (Program second = bus.stranger()) {
      second.send("send", Guest.AUTH, new JsonObject().put("token", OpenBus.TOKEN));

      assertThat(second.next().getInteger("failureCode")).isEqualTo(503);
      assertThat(second.next()).isNull();
    }
    first.send("send", "nowhere", 0);
    first.next(); // it is still there
    first.close();

    JsonObject answer = null;
    while (answer == null || answer.getString("type").equals("err")) {
      try (Program third = bus.stranger()) {
        third.send("send", Guest.AUTH, new JsonObject().put("token", OpenBus.TOKEN));
        answer = third.next();
      }
    }
    assertThat(answer.getJsonObject("body").getInteger("protocol")).isEqualTo(1);
  }

  @Test
  void lets_a_program_listen_to_so_many_addresses_and_to_each_once() {
    bus = OpenBus.in(directory, OpenBus.limits(64, 2, Duration.ofSeconds(10)));
    try (Program program = bus.program()) {
      program.follow("s-1");
      program.send("register", "hookline.events.s-1", null);
      assertThat(program.next().getString("message")).isEqualTo("address_already_registered");

      program.follow("s-2");
      program.send("register", "hookline.events.s-3", null);
      assertThat(program.next().getString("message")).isEqualTo("max_registrations_reached");

      program.send("unregister", "hookline.events.s-1", null);
      program.follow("s-3");
    }
  }
}
