package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message had no room for is a press away. */
class ShowAllTest extends EndToEnd {

  private static final String BUTTON = "Show all";
  private static final String FOLLOWS = "All of it follows below, as a file.";
  private static final Object[] ANN_READS = {
    "telegram.users", new JsonArray().add(Phone.ANN + " read")
  };
  private static final String LAST = "line 199 of the file";

  private final Story story = new Story("s");
  private Phone phone;

  @BeforeEach
  void hasAPhone() {
    phone = new Phone(chat, Phone.ANN);
  }

  @Test
  void all_of_a_file_that_was_read_comes_into_its_topic_when_somebody_wants_it() {
    start(ANN_READS);
    JsonObject message = shown(read());

    assertThat(phone.presses(message, BUTTON)).isEqualTo(FOLLOWS);

    awaitsWhole(1);
    Shown whole = wholes().get(0);
    assertThat(whole.text()).contains("line 0 of the file", LAST);
    assertThat(whole.thread()).isEqualTo(message.getLong("message_thread_id"));
    oracle.makesOnlyProperCalls();
  }

  @Test
  void there_is_no_button_where_nothing_is_left_out() {
    start(ANN_READS);

    tell(tool("tool_start", "r", new JsonObject()));

    assertThat(Phone.hasButtons(chat.saying("Read"))).isFalse();
  }

  @Test
  void who_presses_again_gets_no_second_file() {
    start(ANN_READS);
    JsonObject message = shown(read());
    phone.presses(message, BUTTON);
    awaitsWhole(1);

    assertThat(phone.presses(message, BUTTON)).isEqualTo("It is there already, or about to come.");

    tellTheEnd();
    assertThat(wholes()).hasSize(1);
  }

  @Test
  void who_may_not_read_gets_nothing_and_is_told_so() {
    start(ANN_READS);
    JsonObject message = shown(read());

    assertThat(new Phone(chat, Phone.STRANGER).presses(message, BUTTON))
        .startsWith("You may not read here");

    tellTheEnd();
    assertThat(wholes()).isEmpty();
  }

  @Test
  void the_button_stays_when_the_result_joins_its_start() {
    start(ANN_READS);
    tell(tool("tool_start", "t", new JsonObject().put("prompt", "look at this ".repeat(300))));
    tell(event("tool_result", "t"));
    assertThat(chat.calls("editMessageText")).hasSize(1);

    phone.presses(chat.saying("⟦s-2⟧"), BUTTON);

    awaitsWhole(1);
    assertThat(wholes().get(0).text()).contains("look at this ".repeat(299)).contains("⟦s-2⟧");
  }

  @Test
  void the_button_is_there_after_the_search_for_a_message_whose_answer_was_lost() {
    start(ANN_READS);
    chat.fault("sendMessage", 1, "commit_then_drop", "contains", "line 0");
    read();
    awaitsWrittenDown(1);

    assertThat(phone.presses(chat.saying("line 0 of"), BUTTON)).isEqualTo(FOLLOWS);

    awaitsWhole(1);
    assertThat(chat.calls("sendMessage")).hasSize(1);
  }

  @Test
  void the_search_for_a_message_gives_its_button_to_no_other() {
    start(ANN_READS);
    loses("line 0", "drop_before_commit");
    loses("other-1", "commit_then_drop");
    Story other = Story.numbered("other", 1);

    read();
    node.tell(other);

    awaitsAllShown(story, other);
    chat.awaits("the one sent again", () -> said("⟦other-1⟧").size() == 2);
    String others = said("⟦other-1⟧").get(0).getLong("message_id").toString();
    assertThat(chat.calls("editMessageReplyMarkup"))
        .filteredOn(search -> search.args().getString("message_id").equals(others))
        .isNotEmpty()
        .noneMatch(search -> search.args().containsKey("reply_markup"));
    assertThat(said("line 0 of")).allMatch(Phone::hasButtons);
  }

  @Test
  void what_was_wanted_comes_although_the_node_died() {
    start(ANN_READS);
    JsonObject message = shown(read());
    chat.fault("sendDocument", 1, "drop_before_commit");
    phone.presses(message, BUTTON);
    chat.awaits("a call", () -> !chat.calls("sendDocument").isEmpty());

    restart(ANN_READS);

    awaitsWhole(1);
    tellTheEnd();
    assertThat(wholes()).hasSize(1);
  }

  @Test
  void what_is_wanted_of_a_session_that_is_over_does_not_begin_it_again() {
    start(ANN_READS);
    JsonObject message = shown(read());
    tell(event("session_end", ""));
    chat.awaits("closed", () -> chat.topics().get(0).closed());

    phone.presses(message, BUTTON);

    awaitsWhole(1);
    assertThat(chat.topics().get(0).closed()).isTrue();
    assertThat(chat.calls("reopenForumTopic")).isEmpty();
  }

  private void tell(JsonObject event) {
    node.tell(List.of(event));
    awaitsAllShown(story);
  }

  private void tellTheEnd() {
    tell(event("notification", ""));
    awaitsWrittenDown(story.events().size());
  }

  private JsonObject read() {
    JsonObject event = event("tool_result", "");
    String content =
        IntStream.range(0, 200)
            .mapToObj(line -> "line " + line + " of the file")
            .collect(Collectors.joining("\n"));
    JsonObject file = new JsonObject().put("content", content).put("numLines", 200);
    event
        .getJsonObject("metadata")
        .put("tool", "Read")
        .put("input", new JsonObject().put("file_path", event.getString("content")))
        .put("response", new JsonObject().put("file", file));
    node.tell(List.of(event));
    return event;
  }

  private List<JsonObject> said(String words) {
    return chat.living().stream().filter(message -> Chat.text(message).contains(words)).toList();
  }

  private JsonObject shown(JsonObject event) {
    return phone.seesButtonsBelow("⟦" + event.getString("id") + "⟧");
  }

  private JsonObject tool(String type, String id, JsonObject input) {
    JsonObject event = event(type, id);
    input.put("file_path", event.getString("content"));
    event.getJsonObject("metadata").put("tool", "Read").put("input", input);
    return event;
  }

  private JsonObject event(String type, String toolUse) {
    JsonObject event = story.tell(type);
    if (!toolUse.isEmpty()) {
      event.getJsonObject("metadata").put("toolUseId", toolUse);
    }
    return event;
  }

  private void awaitsWhole(int count) {
    chat.awaits("the whole", () -> wholes().size() == count);
  }

  private List<Shown> wholes() {
    return chat.messages().stream()
        .filter(message -> message.text().startsWith("The whole of"))
        .toList();
  }
}
