package dev.hookline.telegram.command;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.Overview;
import dev.hookline.store.Store;
import dev.hookline.store.Trouble;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.List;

/** How Hookline is: who serves the chat, what waits, and what needs a person. */
final class Status extends Plain {

  private static final int TROUBLES = 5;

  private final Overview overview;

  Status(Store store) {
    super("status", "how Hookline is", Right.READ);
    this.overview = store.overview();
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    long chat = asked.order().chat();
    return overview
        .chats()
        .compose(
            chats ->
                overview
                    .troubles(TROUBLES)
                    .map(troubles -> Outcome.say(words(chat, chats, troubles))));
  }

  private static String words(long chat, List<ChatSummary> chats, List<Trouble> troubles) {
    StringBuilder words = new StringBuilder();
    chats.stream()
        .filter(one -> one.lease().chat() == chat)
        .forEach(
            one ->
                words.append(
                    "Served by %s. Calls in the last minute: %d. Messages that wait: %d."
                        .formatted(one.lease().owner(), one.callsInWindow(), one.waiting())));
    if (troubles.isEmpty()) {
      return words.append("\nNo troubles.").toString();
    }
    troubles.forEach(
        one -> words.append("\n⚠️ ").append(one.session()).append(": ").append(one.reason()));
    return words.toString();
  }
}
