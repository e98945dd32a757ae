package dev.hookline.emulator.act;

import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Note;
import dev.hookline.emulator.world.Person;
import dev.hookline.emulator.world.Topic;
import java.util.Map;

/** What happens to members, and to a chat as a whole. */
public final class Members {

  // Far from ids that a person would choose, so that a migrated chat is easy to tell.
  private static final long MIGRATED = -1_009_000_000_000L;

  private final Stage stage;
  private final Messages messages;

  public Members(Stage stage) {
    this.stage = stage;
    this.messages = new Messages(stage);
  }

  /** Makes somebody something else in a chat. */
  public void become(Chat chat, long actor, Member next) {
    Member before = chat.member(next.userId());
    Person person = stage.world().people().get(next.userId());
    Map<String, Object> change = change(chat, actor, before, next, person);
    chat.members().put(next.userId(), next);
    if (before.present() != next.present() && chat.type() != Chat.Type.PRIVATE) {
      String kind = next.present() ? "new_chat_members" : "left_chat_member";
      Note note = new Note(kind, Map.of("user_id", next.userId()));
      messages.announce(chat, messages.note(chat, 0, actor, note));
    }
    stage.updates().toMember(next.userId(), chat.id(), "my_chat_member", change);
    stage.updates().publish(chat, next.userId(), "chat_member", change);
    tell(chat);
  }

  /** Takes a bot's right away. */
  public void removeRight(Chat chat, long bot, String right) {
    become(chat, owner(chat), chat.member(bot).without(right));
  }

  /** Removes somebody for good. */
  public void kick(Chat chat, long user) {
    become(chat, owner(chat), new Member(user, Member.Status.KICKED, java.util.Set.of()));
  }

  /** Turns topics off, or on. */
  public void forum(Chat chat, boolean yes) {
    chat.forum(yes);
    if (yes && chat.topic(Topic.GENERAL).isEmpty()) {
      chat.add(new Topic(Topic.GENERAL, 0, owner(chat), "General", 7322096, ""));
    }
    tell(chat);
  }

  /** Replaces the chat by a supergroup with another id, which gets all that was in it. */
  public Chat migrate(Chat chat) {
    long id = MIGRATED - stage.world().chats().size();
    Chat next = new Chat(id, Chat.Type.SUPERGROUP, chat.title(), chat.forum());
    stage.world().chats().put(id, next);
    long owner = owner(chat);
    Note to = new Note("migrate_to_chat_id", Map.of("chat_id", id));
    messages.announce(chat, messages.note(chat, 0, owner, to));
    chat.migrateTo(next);
    Note from = new Note("migrate_from_chat_id", Map.of("chat_id", chat.id()));
    messages.announce(next, messages.note(next, 0, owner, from));
    tell(chat);
    tell(next);
    return next;
  }

  /** The first human member, who acts when nobody is named. */
  public long owner(Chat chat) {
    return chat.members().keySet().stream()
        .filter(user -> !stage.world().bots().containsKey(user))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no human is in chat " + chat.id()));
  }

  private Map<String, Object> change(
      Chat chat, long actor, Member before, Member after, Person person) {
    return Fields.with("chat", Wire.chat(chat))
        .and("from", Wire.user(stage.world().people().get(actor)))
        .and("date", stage.now() / 1000)
        .and("old_chat_member", Wire.member(before, person))
        .and("new_chat_member", Wire.member(after, person))
        .map();
  }

  private void tell(Chat chat) {
    Map<String, Object> body =
        Fields.with("chat_id", chat.id()).and("chat", Sight.chat(stage.world(), chat)).map();
    stage.events().tell("chat", body);
  }
}
