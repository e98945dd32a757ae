package dev.hookline.telegram.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What presses that the form does not show at the time must not do. */
class FormQuestionTest {

  private final Question form =
      FormQuestion.of(
          new JsonObject(
              """
              {"requestedSchema": {"required": ["tree", "fence"], "properties": {
                "tree": {"enum": ["oak", "ash"]}, "fence": {"type": "boolean"}}}}"""));

  @Test
  void nothing_is_sent_before_all_is_filled_in() {
    assertThat(form.pressed("send:0", "")).isInstanceOf(Effect.Say.class);
  }

  @Test
  void nothing_is_left_out_that_is_required() {
    Effect.Pick left = (Effect.Pick) form.pressed("skip:0", "");

    assertThat(form.standing(left.picks())).contains("tree: one of these is wanted", "1 of 2");
  }

  @Test
  void each_button_that_may_be_shown_is_known_from_the_beginning() {
    String picks = "";
    for (String press : new String[] {"value:0:1", "value:1:0", "change:0", "value:0:0"}) {
      assertThat(form.actions())
          .containsAll(
              form.rows(picks).stream().flatMap(List::stream).map(Choice::action).toList());
      picks = ((Effect.Pick) form.pressed(press, picks)).picks();
    }
    assertThat(form.rows(picks).toString()).contains("send:4");
  }
}
