package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision.Reply;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;

/**
 * What was replied so far to several questions.
 *
 * @param replies one for each question, empty where nothing was replied
 */
record Picks(List<Reply> replies) {

  private static final Reply NOTHING = new Reply(List.of(), "");

  Picks {
    replies = List.copyOf(replies);
  }

  /** What was stored; nothing yet, when that is empty. */
  static Picks of(String stored, int questions) {
    List<Reply> replies = new ArrayList<>();
    JsonArray kept = stored.isEmpty() ? new JsonArray() : new JsonArray(stored);
    for (int i = 0; i < questions; i++) {
      replies.add(i < kept.size() ? Reply.fromJson(kept.getJsonObject(i)) : NOTHING);
    }
    return new Picks(replies);
  }

  /** As it is stored. */
  String stored() {
    return new JsonArray(replies.stream().map(Reply::toJson).toList()).encode();
  }

  boolean picked(int question, int option) {
    return replies.get(question).options().contains(option);
  }

  /** The first question without a reply; -1 when there is none. */
  int firstOpen() {
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** With an option chosen, or no longer; where one excludes the others, they go. */
  Picks toggled(int question, int option, boolean several) {
    Reply before = replies.get(question);
    List<Integer> options =
        new ArrayList<>(several && !before.isNone() ? before.options() : List.of());
    if (!options.remove((Integer) option)) {
      options.add(option);
    }
    options.sort(null);
    return with(question, new Reply(options, ""));
  }

  /** With a reply in the person's own words. */
  Picks with(int question, String words) {
    return with(question, new Reply(List.of(), words));
  }

  /** With this reply. */
  Picks with(int question, Reply reply) {
    List<Reply> changed = new ArrayList<>(replies);
    changed.set(question, reply);
    return new Picks(changed);
  }
}
