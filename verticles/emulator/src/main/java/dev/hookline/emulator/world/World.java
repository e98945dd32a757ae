package dev.hookline.emulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that exists. */
public final class World {

  private final Dice dice;
  private final Map<Long, Bot> bots = new LinkedHashMap<>();
  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private final Map<String, StoredFile> files = new LinkedHashMap<>();
  private final Map<String, Callback> callbacks = new LinkedHashMap<>();

  public World(long seed) {
    this(new Dice(seed));
  }

  private World(Dice dice) {
    this.dice = dice;
  }

  public Dice dice() {
    return dice;
  }

  public Map<Long, Bot> bots() {
    return bots;
  }

  /** Humans and bots. */
  public Map<Long, Person> people() {
    return people;
  }

  public Map<Long, Chat> chats() {
    return chats;
  }

  public Map<String, StoredFile> files() {
    return files;
  }

  public Map<String, Callback> callbacks() {
    return callbacks;
  }

  public Optional<Bot> botByToken(String token) {
    return bots.values().stream().filter(bot -> bot.token().equals(token)).findFirst();
  }

  /** The bots that are in a chat. */
  public List<Bot> botsIn(Chat chat) {
    List<Bot> present = new ArrayList<>();
    for (Bot bot : bots.values()) {
      if (chat.member(bot.id()).present()) {
        present.add(bot);
      }
    }
    return present;
  }

  /**
   * A new message, not yet in the chat. Ids are consecutive in a group; a bot's private chats share
   * one count.
   */
  public Message newMessage(Chat chat, int thread, long sender, long at, int replyTo, Note note) {
    int id = chat.lastMessageId() + 1;
    if (chat.type() == Chat.Type.PRIVATE) {
      id = botsIn(chat).get(0).nextPrivateMessageId();
    }
    int home = thread;
    if (note != null && note.kind().equals(Note.TOPIC_CREATED) && thread == 0) {
      home = chat.type() == Chat.Type.PRIVATE ? chat.nextTopicId() : id;
    }
    return new Message(id, home, sender, at, replyTo, note);
  }

  public World copy() {
    World copy = new World(dice.copy());
    bots.forEach((id, bot) -> copy.bots.put(id, bot.copy()));
    chats.forEach((id, chat) -> copy.chats.put(id, chat.copy()));
    copy.people.putAll(people);
    copy.files.putAll(files);
    copy.callbacks.putAll(callbacks);
    return copy;
  }
}
