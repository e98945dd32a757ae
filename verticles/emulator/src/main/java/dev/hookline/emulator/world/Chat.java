package dev.hookline.emulator.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A chat with its members, topics and messages. */
public final class Chat {

  /** The kinds of chats; the Bot API's words for them are the names in lower case. */
  public enum Type {
    PRIVATE,
    GROUP,
    SUPERGROUP
  }

  // Far from the first message ids, so that nobody takes the one for the other.
  private static final int FIRST_PRIVATE_TOPIC = 500;

  private final long id;
  private final Type type;
  private final String title;
  private final Map<Long, Member> members = new LinkedHashMap<>();
  private final Map<Integer, Topic> topics = new LinkedHashMap<>();
  private final TreeMap<Integer, Message> messages = new TreeMap<>();

  private boolean forum;
  private long migratedTo;
  private int lastTopicId = FIRST_PRIVATE_TOPIC;

  public Chat(long id, Type type, String title, boolean forum) {
    this.id = id;
    this.type = type;
    this.title = title;
    this.forum = forum;
  }

  public long id() {
    return id;
  }

  public Type type() {
    return type;
  }

  public String title() {
    return title;
  }

  public boolean forum() {
    return forum;
  }

  /** The chat that took its place; 0 for none. */
  public long migratedTo() {
    return migratedTo;
  }

  public Map<Long, Member> members() {
    return members;
  }

  public NavigableMap<Integer, Message> messages() {
    return messages;
  }

  /** All topics that ever were, in the order of their creation. */
  public Collection<Topic> topics() {
    return topics.values();
  }

  public Optional<Topic> topic(int threadId) {
    return Optional.ofNullable(topics.get(threadId));
  }

  /** A message that is still there. */
  public Optional<Message> message(int messageId) {
    return Optional.ofNullable(messages.get(messageId)).filter(found -> !found.deleted());
  }

  /** What somebody is here; strangers have left. */
  public Member member(long userId) {
    Member stranger = new Member(userId, Member.Status.LEFT, Set.of());
    return members.getOrDefault(userId, stranger);
  }

  public int lastMessageId() {
    return messages.isEmpty() ? 0 : messages.lastKey();
  }

  public void add(Topic topic) {
    topics.put(topic.threadId(), topic);
  }

  /** Adds a message to the chat, and to its topic when the chat has topics. */
  public void add(Message message) {
    messages.put(message.id(), message);
    boolean general = message.thread() == 0 && type != Type.PRIVATE;
    topic(general ? Topic.GENERAL : message.thread())
        .ifPresent(found -> found.messageIds().add(message.id()));
  }

  /** The next thread id where it is not the root message's: in private chats. */
  public int nextTopicId() {
    return ++lastTopicId;
  }

  public void forum(boolean yes) {
    forum = yes;
  }

  /** Gives this chat's place to another, which gets all that is in it. */
  public void migrateTo(Chat next) {
    migratedTo = next.id;
    next.members.putAll(members);
    topics.forEach((key, topic) -> next.topics.put(key, topic.copy()));
    messages.forEach((key, message) -> next.messages.put(key, message.copy()));
  }

  Chat copy() {
    Chat copy = new Chat(id, type, title, forum);
    long target = migratedTo;
    migrateTo(copy);
    migratedTo = target;
    copy.migratedTo = target;
    copy.lastTopicId = lastTopicId;
    return copy;
  }
}
