package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;

/** What the user, the agent and its helpers say. */
final class TalkMessages {

  /** The file that holds a long answer. */
  static final String ANSWER = "answer.md";

  private TalkMessages() {}

  static void prompt(HookEvent event, Rich rich) {
    rich.text("👤 ").bold("User").newLine();
    Markup.draw(rich, event.content());
  }

  static void answer(HookEvent event, Rich rich) {
    answers(event, rich);
    Markdown.draw(rich, event.content(), ANSWER);
  }

  /** Says who answers. */
  static void answers(HookEvent event, Rich rich) {
    String agent = SessionMessages.agent(Facts.of(event.metadata()));
    rich.text("🤖 ").bold(agent.isEmpty() ? "Agent" : agent).newLine();
  }

  static void notification(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    rich.text("🔔 ");
    if (!facts.text("title").isEmpty()) {
      rich.bold(facts.text("title")).newLine();
    }
    Markup.draw(rich, event.content());
    if (!facts.text("summary").isEmpty()) {
      Folds.output(rich, facts.text("summary"), "summary.txt");
    }
  }

  static void error(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    rich.text("❗ ").bold("Error").newLine();
    String known = facts.text("error");
    if (!known.isEmpty() && !known.equals(event.content())) {
      rich.code(Folds.line(rich, known, 200)).newLine();
    }
    if (!event.content().isBlank()) {
      Folds.output(rich, event.content(), "error.txt");
    }
  }

  static void subagentStarts(HookEvent event, Rich rich) {
    helper(event, rich, " begins");
    rich.newLine().text(event.content().strip());
  }

  static void subagentStops(HookEvent event, Rich rich) {
    helper(event, rich, " is done");
    if (!event.content().isBlank()) {
      rich.newLine();
      Markdown.draw(rich, event.content(), ANSWER);
    }
  }

  static void image(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    rich.text("🖼 ").bold("Image").text(" ").code(Folds.line(rich, event.content(), 300)).newLine();
    rich.text(facts.text("caption"));
  }

  /** What no other message is made for. */
  static void other(HookEvent event, Rich rich) {
    String kind = event.type().wireName().replace('_', ' ');
    rich.text("▫️ ").bold(Words.capital(kind)).newLine();
    Markup.draw(rich, event.content());
  }

  private static void helper(HookEvent event, Rich rich, String what) {
    String kind = Facts.of(event.metadata()).text(MetadataKeys.AGENT_TYPE);
    rich.text("🧩 Subagent ").bold(kind.isEmpty() ? "of no name" : kind).text(what).newLine();
  }
}
