package dev.hookline.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallsTest {

  @Test
  void accepts_calls_that_are_as_they_should_be() {
    assertThat(calls(call("sendMessage", false)).proper().violations()).isEmpty();
  }

  @Test
  void finds_a_call_that_came_while_the_chat_was_closed() {
    assertThat(calls(call("sendMessage", true)).proper().violations())
        .singleElement()
        .asString()
        .contains("sendMessage");
  }

  @Test
  void finds_one_creation_too_many() {
    Calls calls = calls(call("createForumTopic", false), call("createForumTopic", false));

    assertThat(calls.creations(2).isGood()).isTrue();
    assertThat(calls.creations(1).violations()).containsExactly("2 calls for 1 sessions");
    assertThat(calls.creations(-1).figures()).containsEntry("calls that create a topic", 2L);
  }

  private static Calls calls(CallRecord... all) {
    return new Calls(List.of(all));
  }

  private static CallRecord call(String method, boolean whileClosed) {
    return new CallRecord(
        1,
        1,
        1,
        1,
        "POST",
        method,
        -1,
        0,
        Map.of(),
        List.of(),
        List.of(),
        CallRecord.Verdict.OK,
        200,
        null,
        0,
        null,
        0,
        whileClosed,
        true,
        List.of(),
        null,
        0,
        1);
  }
}
