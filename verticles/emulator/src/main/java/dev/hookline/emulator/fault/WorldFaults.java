package dev.hookline.emulator.fault;

import dev.hookline.emulator.act.Members;
import dev.hookline.emulator.act.Topics;
import dev.hookline.emulator.engine.Behaviour;
import dev.hookline.emulator.engine.Exchange;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;
import java.util.List;
import java.util.function.BiConsumer;

/** What changes in the world just before a call. */
final class WorldFaults {

  /** Somebody's hand on a topic. */
  @FunctionalInterface
  private interface Hand {
    void touch(Chat chat, Topic topic, long user);
  }

  private final Topics topics;
  private final Members members;

  WorldFaults(Stage stage) {
    this.topics = new Topics(stage);
    this.members = new Members(stage);
  }

  Behaviour migrateChat(Parameters parameters) {
    return first((exchange, chat) -> members.migrate(chat));
  }

  Behaviour kickBot(Parameters parameters) {
    return first((exchange, chat) -> members.kick(chat, exchange.bot().id()));
  }

  Behaviour disableForum(Parameters parameters) {
    return first((exchange, chat) -> members.forum(chat, false));
  }

  Behaviour removeRight(Parameters parameters) {
    String right = parameters.text("right", Rights.MANAGE_TOPICS);
    if (!Rights.ALL.contains(right)) {
      throw new IllegalArgumentException(
          "right is " + right + "; write one of " + Rights.OF_ADMINISTRATORS);
    }
    return first((exchange, chat) -> members.removeRight(chat, exchange.bot().id(), right));
  }

  Behaviour archiveRoots(Parameters parameters) {
    return first(
        (exchange, chat) ->
            List.copyOf(chat.topics()).stream()
                .filter(topic -> !topic.general() && topic.alive())
                .forEach(topic -> topics.archive(chat, topic)));
  }

  Behaviour closesTopic(Parameters parameters) {
    return hand(
        (chat, topic, user) -> {
          if (!topic.closed()) {
            topics.close(chat, topic, user);
          }
        });
  }

  Behaviour reopensTopic(Parameters parameters) {
    return hand(
        (chat, topic, user) -> {
          if (topic.closed()) {
            topics.reopen(chat, topic, user);
          }
        });
  }

  Behaviour deletesTopic(Parameters parameters) {
    return hand((chat, topic, user) -> topics.delete(chat, topic));
  }

  Behaviour renamesTopic(Parameters parameters) {
    String name = parameters.text("name", "renamed");
    return hand((chat, topic, user) -> topics.rename(chat, topic, user, name, null));
  }

  private Behaviour hand(Hand hand) {
    return first(
        (exchange, chat) ->
            chat.topic(exchange.request().args().number("message_thread_id", 0))
                .filter(Topic::alive)
                .ifPresent(topic -> hand.touch(chat, topic, members.owner(chat))));
  }

  private static Behaviour first(BiConsumer<Exchange, Chat> change) {
    return new Behaviour() {
      @Override
      public void before(Exchange exchange, Runnable go) {
        long id = exchange.request().args().longNumber("chat_id", 0);
        Chat chat = exchange.stage().world().chats().get(id);
        if (chat != null) {
          change.accept(exchange, chat);
        }
        go.run();
      }
    };
  }
}
