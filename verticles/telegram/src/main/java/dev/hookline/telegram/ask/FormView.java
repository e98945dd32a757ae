package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision.Reply;
import dev.hookline.messages.FormField;
import dev.hookline.messages.FormField.Kind;
import dev.hookline.telegram.render.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a person sees of a form: the field that is asked now, or all that was filled in.
 *
 * @param fields in their order; one at least
 */
record FormView(List<FormField> fields) {

  /** So many changes are made until a button to send is used again. */
  static final int SENDS = 16;

  private static final int LABEL = 40;
  private static final int LINE = 200;

  /** What each button does, of all that there may be. */
  List<String> actions() {
    List<String> actions = new ArrayList<>();
    for (int f = 0; f < fields.size(); f++) {
      for (int o = 0; o < fields.get(f).options().size(); o++) {
        actions.add("value:" + f + ":" + o);
      }
      actions.addAll(List.of("done:" + f, "skip:" + f, "change:" + f));
    }
    IntStream.range(0, SENDS).forEach(it -> actions.add("send:" + it));
    return actions;
  }

  /** The buttons, from top to bottom. */
  List<List<Choice>> rows(FormState state) {
    return state.isComplete() ? summary(state) : field(state);
  }

  private List<List<Choice>> summary(FormState state) {
    List<List<Choice>> rows = new ArrayList<>();
    for (int f = 0; f < fields.size(); f++) {
      rows.add(List.of(new Choice("change:" + f, "✏️ " + Labels.of(filledIn(f, state), LABEL))));
    }
    rows.add(List.of(new Choice("send:" + state.turn() % SENDS, "📨 Send")));
    return rows;
  }

  private List<List<Choice>> field(FormState state) {
    List<List<Choice>> rows = new ArrayList<>();
    int f = state.at();
    FormField field = fields.get(f);
    for (int o = 0; o < field.options().size(); o++) {
      String mark = state.picks().picked(f, o) ? "✅ " : field.isChosen() ? "" : "Default: ";
      String label = mark + Labels.of(field.options().get(o).label(), LABEL);
      rows.add(List.of(new Choice("value:" + f + ":" + o, label)));
    }
    if (field.kind() == Kind.CHOICES) {
      rows.add(List.of(new Choice("done:" + f, "☑️ Done")));
    } else if (!field.isChosen()) {
      rows.add(List.of(new Choice("how", "✏️ Answer")));
    }
    if (!field.required() && fields.size() > 1) {
      rows.add(List.of(new Choice("skip:" + f, "Leave out")));
    }
    return rows;
  }

  /** What is to be read below the form; a single field says it all by itself. */
  String standing(FormState state) {
    if (fields.size() == 1) {
      return state.wrong();
    }
    if (state.isComplete()) {
      return IntStream.range(0, fields.size())
          .mapToObj(f -> Labels.of(filledIn(f, state), LINE))
          .collect(Collectors.joining("\n", "", "\nLook at it, and press Send."));
    }
    FormField field = fields.get(state.at());
    List<String> lines = new ArrayList<>();
    lines.add(state.wrong());
    lines.add(
        (state.at() + 1)
            + " of "
            + fields.size()
            + " · "
            + title(field)
            + ": "
            + field.wanted()
            + (field.required() ? "" : ", or nothing"));
    lines.add(Labels.of(field.description(), LINE));
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** Why a reply cannot be. */
  String complaint(int f, Reply reply) {
    FormField field = fields.get(f);
    String words = reply.words().isEmpty() ? "" : ", not “" + Labels.of(reply.words(), LABEL) + "”";
    return "⚠️ " + title(field) + ": " + field.wanted() + " is wanted" + words + ".";
  }

  /** What was filled in, on one line. */
  String told(List<Reply> replies) {
    FormState state = new FormState(new Picks(replies), replies.size(), 0, "");
    return fields.size() == 1
        ? Labels.of(value(0, state), LABEL)
        : IntStream.range(0, fields.size())
            .mapToObj(f -> Labels.of(filledIn(f, state), LABEL))
            .collect(Collectors.joining(" · "));
  }

  private String filledIn(int f, FormState state) {
    return title(fields.get(f)) + ": " + value(f, state);
  }

  private String value(int f, FormState state) {
    Reply reply = state.picks().replies().get(f);
    if (reply.isNone()) {
      return "—";
    }
    return reply.options().isEmpty()
        ? reply.words()
        : reply.options().stream()
            .map(it -> fields.get(f).options().get(it).label())
            .collect(Collectors.joining(", "));
  }

  private static String title(FormField field) {
    return Labels.of(field.title(), LABEL);
  }
}
