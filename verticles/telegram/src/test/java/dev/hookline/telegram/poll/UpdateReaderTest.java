package dev.hookline.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.IncomingUpdate;
import org.junit.jupiter.api.Test;

class UpdateReaderTest {

  private static final long CHAT = -1_001_234_567_890_123L;

  @Test
  void finds_chat_message_and_topic_of_a_message() {
    String body =
        """
        {"update_id": 5, "message": {"message_id": 17, "message_thread_id": 9,
         "chat": {"id": -1001234567890123}, "text": "hello"}}""";

    assertThat(UpdateReader.read(body)).contains(new IncomingUpdate(5, CHAT, 17, 9, body));
  }

  @Test
  void does_not_take_an_edit_for_a_new_message() {
    String body =
        """
        {"update_id": 5, "edited_message": {"message_id": 17, "chat": {"id": -1001234567890123}}}""";

    assertThat(UpdateReader.read(body)).contains(new IncomingUpdate(5, CHAT, 0, 0, body));
  }

  @Test
  void finds_the_chat_of_a_pressed_button() {
    String body =
        """
        {"update_id": 5, "callback_query": {"id": "1", "from": {"id": 7},
         "message": {"message_id": 17, "chat": {"id": -1001234567890123}}}}""";

    assertThat(UpdateReader.read(body)).contains(new IncomingUpdate(5, CHAT, 0, 0, body));
  }

  @Test
  void keeps_an_update_of_an_unknown_kind() {
    String body = "{\"update_id\": 5, \"something_new\": {\"a\": [1, {\"chat\": 3}]}, \"x\": null}";

    assertThat(UpdateReader.read(body)).contains(new IncomingUpdate(5, 0, 0, 0, body));
  }

  @Test
  void passes_over_what_is_no_update() {
    assertThat(UpdateReader.read("{\"message\": {}}")).isEmpty();
    assertThat(UpdateReader.read("{\"update_id\": \"five\"}")).isEmpty();
  }

  @Test
  void is_not_confused_by_fields_of_the_wrong_type() {
    String body = "{\"update_id\": 5, \"message\": {\"message_id\": \"x\", \"chat\": []}}";

    assertThat(UpdateReader.read(body)).contains(new IncomingUpdate(5, 0, 0, 0, body));
  }
}
