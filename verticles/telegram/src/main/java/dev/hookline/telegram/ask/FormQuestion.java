package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Reply;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server wants to know. One value can be given from the chat; a form with several has to be
 * filled in where the agent runs.
 */
final class FormQuestion implements Question {

  private static final String VALUE = "value:";
  private static final int LABEL = 40;
  private static final int MOST_VALUES = 20;

  private enum Wanted {
    NOTHING,
    CHOICE,
    TEXT,
    NUMBER,
    TOO_MUCH
  }

  private final Wanted wanted;
  private final List<String> values;

  private FormQuestion(Wanted wanted, List<String> values) {
    this.wanted = wanted;
    this.values = values;
  }

  static FormQuestion of(JsonObject metadata) {
    JsonObject properties =
        metadata.getValue("requestedSchema") instanceof JsonObject schema
                && schema.getValue("properties") instanceof JsonObject wanted
            ? wanted
            : new JsonObject();
    if (properties.isEmpty()) {
      return new FormQuestion(Wanted.NOTHING, List.of());
    }
    Object only = properties.size() == 1 ? properties.iterator().next().getValue() : null;
    return only instanceof JsonObject property ? ofOne(property) : tooMuch();
  }

  private static FormQuestion ofOne(JsonObject property) {
    if (property.getValue("enum") instanceof JsonArray values) {
      return values.size() <= MOST_VALUES
          ? new FormQuestion(Wanted.CHOICE, values.stream().map(String::valueOf).toList())
          : tooMuch();
    }
    return switch (String.valueOf(property.getValue("type"))) {
      case "boolean" -> new FormQuestion(Wanted.CHOICE, List.of("Yes", "No"));
      case "string" -> new FormQuestion(Wanted.TEXT, List.of());
      case "number", "integer" -> new FormQuestion(Wanted.NUMBER, List.of());
      default -> tooMuch();
    };
  }

  private static FormQuestion tooMuch() {
    return new FormQuestion(Wanted.TOO_MUCH, List.of());
  }

  @Override
  public List<List<Choice>> rows(String picks) {
    List<List<Choice>> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(List.of(new Choice(VALUE + i, Labels.of(values.get(i), LABEL))));
    }
    if (wanted == Wanted.NOTHING) {
      rows.add(List.of(new Choice("allow", "✅ Accept")));
    } else if (wanted != Wanted.CHOICE) {
      rows.add(List.of(new Choice("how", wanted == Wanted.TOO_MUCH ? "Details" : "✏️ Answer")));
    }
    rows.add(List.of(new Choice("deny", "⛔ Decline"), new Choice("cancel", "✖️ Cancel")));
    return rows;
  }

  @Override
  public Effect pressed(String action, String picks) {
    return switch (action) {
      case "allow" -> new Effect.Decide(Decision.of(Verdict.ALLOW));
      case "deny" -> new Effect.Decide(Decision.deny(""));
      case "cancel" -> new Effect.Decide(Decision.of(Verdict.CANCEL));
      case "how" -> new Effect.Say(how());
      default -> answer(new Reply(List.of(Integer.parseInt(action.substring(VALUE.length()))), ""));
    };
  }

  @Override
  public Effect replied(String words, String picks) {
    if (wanted == Wanted.NUMBER && !words.strip().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
      return new Effect.Say("A number is wanted.");
    }
    return wanted == Wanted.TEXT || wanted == Wanted.NUMBER
        ? answer(new Reply(List.of(), words))
        : new Effect.Say(how());
  }

  @Override
  public String told(Decision decision) {
    return switch (decision.verdict()) {
      case ALLOW -> "✅ Accepted";
      case DENY -> "⛔ Declined";
      case CANCEL -> "✖️ Cancelled";
      default -> "✅ " + told(decision.replies().get(0));
    };
  }

  private String how() {
    return wanted == Wanted.TOO_MUCH
        ? "This form has several fields: fill it in where the agent runs."
        : "Reply to this message with your answer.";
  }

  private String told(Reply reply) {
    return Labels.of(
        reply.options().isEmpty() ? reply.words() : values.get(reply.options().get(0)), LABEL);
  }

  private static Effect answer(Reply reply) {
    return new Effect.Decide(Decision.answer(List.of(reply)));
  }
}
