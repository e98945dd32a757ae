package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What can be pressed and replied to one question of an agent. Immutable. */
interface Question {

  /** What an event asks. */
  static Question of(HookEvent event) {
    JsonObject metadata = event.metadata();
    String tool = String.valueOf(metadata.getValue(MetadataKeys.TOOL));
    if ("Elicitation".equals(metadata.getValue(MetadataKeys.HOOK))) {
      return FormQuestion.of(metadata);
    }
    if (tool.equals("ExitPlanMode")) {
      return new PlanQuestion();
    }
    if (tool.equals("AskUserQuestion")
        && metadata.getValue(MetadataKeys.INPUT) instanceof JsonObject input
        && input.getValue("questions") instanceof JsonArray questions
        && ChoiceQuestion.canAsk(questions)) {
      return new ChoiceQuestion(questions);
    }
    return new PermissionQuestion(event);
  }

  /**
   * The buttons, from top to bottom.
   *
   * @param picks what was chosen so far, as {@link Effect.Pick} had it stored; may be empty
   */
  List<List<Choice>> rows(String picks);

  /**
   * What is to be read below the question while it is open.
   *
   * @param picks what was chosen so far; may be empty
   * @return empty for nothing
   */
  default String standing(String picks) {
    return "";
  }

  /** What a press causes. */
  Effect pressed(String action, String picks);

  /** What a reply causes. */
  Effect replied(String words, String picks);

  /** What was decided, for people to read. */
  String told(Decision decision);

  /** What each button does, of all that there may be. */
  default List<String> actions() {
    return rows("").stream().flatMap(List::stream).map(Choice::action).toList();
  }
}
