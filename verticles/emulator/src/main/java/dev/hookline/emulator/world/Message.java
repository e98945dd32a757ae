package dev.hookline.emulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message in a chat, with everything that happened to it. */
public final class Message {

  /**
   * How a message looked before an edit.
   *
   * @param at when it was edited, in milliseconds
   */
  public record Look(long at, Content content) {}

  private final int id;
  private final int thread;
  private final long sender;
  private final long sentAt;
  private final int replyTo;
  private final Note note;
  private final List<Look> looks = new ArrayList<>();
  private final Map<Long, String> reactions = new LinkedHashMap<>();

  private Content content;
  private String album = "";
  private boolean deleted;
  private boolean pinned;
  private boolean markedEdited;

  private Message(Message other) {
    this(other.id, other.thread, other.sender, other.sentAt, other.replyTo, other.note);
    content = other.content;
    looks.addAll(other.looks);
    reactions.putAll(other.reactions);
    album = other.album;
    deleted = other.deleted;
    pinned = other.pinned;
    markedEdited = other.markedEdited;
  }

  /**
   * @param thread the topic's thread id; 0 outside topics and in General
   * @param sentAt in milliseconds
   * @param replyTo the message that it answers on purpose; 0 for none
   * @param note null unless it is a service message
   */
  Message(int id, int thread, long sender, long sentAt, int replyTo, Note note) {
    this.id = id;
    this.thread = thread;
    this.sender = sender;
    this.sentAt = sentAt;
    this.replyTo = replyTo;
    this.note = note;
    this.content = Content.text("");
  }

  public int id() {
    return id;
  }

  public int thread() {
    return thread;
  }

  public long sender() {
    return sender;
  }

  public long sentAt() {
    return sentAt;
  }

  public int replyTo() {
    return replyTo;
  }

  /** Null unless it is a service message. */
  public Note note() {
    return note;
  }

  public Content content() {
    return content;
  }

  public List<Look> looks() {
    return List.copyOf(looks);
  }

  public Map<Long, String> reactions() {
    return reactions;
  }

  /** The album that it belongs to; empty for none. */
  public String album() {
    return album;
  }

  public boolean deleted() {
    return deleted;
  }

  public boolean pinned() {
    return pinned;
  }

  /** When it was last edited, in milliseconds; 0 for never, and for new buttons alone. */
  public long editedAt() {
    return markedEdited ? looks.get(looks.size() - 1).at() : 0;
  }

  /** Says it for the first time. */
  public Message saying(Content first, String inAlbum) {
    content = first;
    album = inAlbum;
    return this;
  }

  /** Says something else from now on. New buttons alone leave no mark, as on Telegram. */
  public void edit(Content next, long at) {
    markedEdited |= !next.with(List.of()).equals(content.with(List.of()));
    looks.add(new Look(at, content));
    content = next;
  }

  public void delete() {
    deleted = true;
  }

  public void pin(boolean yes) {
    pinned = yes;
  }

  Message copy() {
    return new Message(this);
  }
}
