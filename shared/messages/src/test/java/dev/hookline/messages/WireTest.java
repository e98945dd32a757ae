package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that crosses the bus, as nodes of a cluster send it to one another. */
class WireTest {

  private static final int OFFSET = 5; // the bus hands codecs a buffer that already holds a header
  private static final SessionKey SESSION = new SessionKey("s-1");

  static Stream<Carried<?>> everyMessage() {
    return Stream.of(
        carried(
            SessionHint.CODEC,
            new SessionHint(SESSION),
            """
            {"v":1,"session":"s-1"}"""),
        carried(
            ChatHint.CODEC,
            new ChatHint(-1001),
            """
            {"v":1,"chat":-1001}"""),
        carried(
            ChatFree.CODEC,
            new ChatFree(-1001),
            """
            {"v":1,"chat":-1001}"""),
        carried(
            NameFreed.CODEC,
            new NameFreed("lock:s-1"),
            """
            {"v":1,"name":"lock:s-1"}"""),
        carried(
            TopicWanted.CODEC,
            new TopicWanted(-1001, SESSION),
            """
            {"v":1,"chat":-1001,"session":"s-1"}"""),
        carried(
            TopicSlotWanted.CODEC,
            new TopicSlotWanted(-1001, SESSION, 30_000),
            """
            {"v":1,"chat":-1001,"session":"s-1","patienceMillis":30000}"""),
        carried(
            TopicSlot.CODEC,
            new TopicSlot(7, 5_000),
            """
            {"v":1,"id":7,"validMillis":5000}"""),
        carried(
            TopicCall.CODEC,
            TopicCall.create(-1001, "Grüße · m-1", 7, 1_764_000_000_000L),
            """
            {"v":1,"chat":-1001,"kind":"CREATE","thread":0,"name":"Grüße · m-1","slot":7,
             "claimedAt":1764000000000}"""),
        carried(
            TopicAnswer.CODEC,
            TopicAnswer.refused(429, "Too Many Requests", 3_000),
            """
            {"v":1,"verdict":"REFUSED","thread":0,"code":429,"description":"Too Many Requests",
             "retryAfterMillis":3000}"""),
        carried(
            ApprovalSettled.CODEC,
            new ApprovalSettled("a-1"),
            """
            {"v":1,"approval":"a-1"}"""),
        carried(
            ReplyWaiting.CODEC,
            new ReplyWaiting(SESSION),
            """
            {"v":1,"session":"s-1"}"""),
        carried(
            EventsPosted.CODEC,
            new EventsPosted("[]"),
            """
            {"v":1,"body":"[]"}"""),
        carried(
            EventsTaken.CODEC,
            new EventsTaken(200, new JsonObject().put("accepted", 1)),
            """
            {"v":1,"status":200,"document":{"accepted":1}}"""),
        carried(
            FilterAsked.CODEC,
            new FilterAsked("quiet", new JsonObject().put("content", "hello"), 250),
            """
            {"v":1,"filter":"quiet","event":{"content":"hello"},"patienceMillis":250}"""),
        carried(
            FilterAnswered.CODEC,
            new FilterAnswered(new JsonObject().put("keep", false)),
            """
            {"v":1,"answer":{"keep":false}}"""),
        carried(
            ReadUpdates.CODEC,
            new ReadUpdates(),
            """
            {"v":1}"""),
        carried(
            UpdatesStored.CODEC,
            new UpdatesStored(),
            """
            {"v":1}"""),
        carried(
            UpdatesRead.CODEC,
            new UpdatesRead(),
            """
            {"v":1}"""));
  }

  @Test
  void leaves_none_out() {
    assertThat(everyMessage().<RecordCodec<?>>map(Carried::codec))
        .containsExactlyInAnyOrderElementsOf(Addresses.CODECS);
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  <T extends Record> void survives_the_wire(Carried<T> carried) {
    Buffer wire = Buffer.buffer("12345");

    carried.codec().encodeToWire(wire, carried.message());
    wire.appendString("what comes after it");

    assertThat(carried.codec().decodeFromWire(OFFSET, wire)).isEqualTo(carried.message());
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  <T extends Record> void looks_as_other_nodes_expect(Carried<T> carried) {
    Buffer wire = Buffer.buffer();

    carried.codec().encodeToWire(wire, carried.message());

    assertThat(new JsonObject(wire.slice(Integer.BYTES, wire.length())))
        .isEqualTo(new JsonObject(carried.json()));
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  <T extends Record> void ignores_a_field_that_a_newer_node_added(Carried<T> carried) {
    Buffer wire = wire(new JsonObject(carried.json()).put("colour", "red"));

    assertThat(carried.codec().decodeFromWire(OFFSET, wire)).isEqualTo(carried.message());
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  <T extends Record> void refuses_a_version_that_it_does_not_know(Carried<T> carried) {
    Buffer wire = wire(new JsonObject(carried.json()).put("v", 2));

    assertThatThrownBy(() -> carried.codec().decodeFromWire(OFFSET, wire))
        .isInstanceOf(UndecodableMessageException.class)
        .hasMessage(carried.codec().name() + " version 2, this node reads 1");
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  <T extends Record> void is_shared_as_it_is_inside_one_node(Carried<T> carried) {
    assertThat(carried.codec().transform(carried.message())).isSameAs(carried.message());
    assertThat(carried.codec().systemCodecID()).isEqualTo((byte) -1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void carries_every_kind_of_call(TopicCall.Kind kind) {
    TopicCall call = TopicCall.about(-1001, kind, 42);
    Buffer wire = Buffer.buffer("12345");

    TopicCall.CODEC.encodeToWire(wire, call);

    assertThat(TopicCall.CODEC.decodeFromWire(OFFSET, wire)).isEqualTo(call);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void carries_every_kind_of_answer(TopicAnswer answer) {
    Buffer wire = Buffer.buffer("12345");

    TopicAnswer.CODEC.encodeToWire(wire, answer);

    assertThat(TopicAnswer.CODEC.decodeFromWire(OFFSET, wire)).isEqualTo(answer);
  }

  static Stream<TopicCall.Kind> kinds() {
    return Arrays.stream(TopicCall.Kind.values());
  }

  static Stream<TopicAnswer> answers() {
    return Stream.of(
        TopicAnswer.done(42),
        TopicAnswer.refused(400, "message thread not found", 0),
        TopicAnswer.notSent("no connection"),
        TopicAnswer.unknown("timeout"));
  }

  private static Buffer wire(JsonObject json) {
    Buffer bytes = json.toBuffer();
    return Buffer.buffer("12345").appendInt(bytes.length()).appendBuffer(bytes);
  }

  private static <T extends Record> Carried<T> carried(
      RecordCodec<T> codec, T message, String json) {
    return new Carried<>(codec, message, json);
  }

  record Carried<T extends Record>(RecordCodec<T> codec, T message, String json) {

    @Override
    public String toString() {
      return codec.name();
    }
  }
}
