package dev.hookline.emulator.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A bot: its account, what it is to be told, and what its Bot API server remembers of topics. */
public final class Bot {

  private final Person person;
  private final String token;
  private final TreeMap<Integer, Update> waiting = new TreeMap<>();
  private final Map<String, List<Map<String, Object>>> commands = new LinkedHashMap<>();
  private final TopicMemory topics;

  private Set<String> allowed;
  private Webhook webhook = Webhook.NONE;
  private int nextUpdateId;
  private int lastPrivateMessageId;

  public Bot(Person person, String token, int firstUpdateId) {
    this(person, token, firstUpdateId, new TopicMemory());
  }

  private Bot(Person person, String token, int firstUpdateId, TopicMemory topics) {
    this.person = person;
    this.token = token;
    this.nextUpdateId = firstUpdateId;
    this.topics = topics;
  }

  public long id() {
    return person.id();
  }

  public Person person() {
    return person;
  }

  public String token() {
    return token;
  }

  /** What it was not told yet, or did not confirm, by update id. */
  public NavigableMap<Integer, Update> waiting() {
    return waiting;
  }

  /** Lists of commands by scope and language. */
  public Map<String, List<Map<String, Object>>> commands() {
    return commands;
  }

  public TopicMemory topics() {
    return topics;
  }

  /** The kinds of updates that it asked for; null when it never did. */
  public Set<String> allowed() {
    return allowed;
  }

  public void allowed(Set<String> kinds) {
    allowed = kinds == null ? null : Collections.unmodifiableSet(new TreeSet<>(kinds));
  }

  public Webhook webhook() {
    return webhook;
  }

  public void webhook(Webhook next) {
    webhook = next;
  }

  public int nextUpdateId() {
    return nextUpdateId++;
  }

  /** All private chats of a bot count their messages together. */
  public int nextPrivateMessageId() {
    return ++lastPrivateMessageId;
  }

  Bot copy() {
    Bot copy = new Bot(person, token, nextUpdateId, topics.copy());
    copy.waiting.putAll(waiting);
    copy.commands.putAll(commands);
    copy.allowed = allowed;
    copy.webhook = webhook;
    copy.lastPrivateMessageId = lastPrivateMessageId;
    return copy;
  }
}
