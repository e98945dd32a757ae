package dev.hookline.emulator.world;

import java.util.ArrayList;
import java.util.List;

/** A forum topic. Its messages are in the chat; here are their ids. */
public final class Topic {

  /** The thread id of a forum's General topic. */
  public static final int GENERAL = 1;

  private final int threadId;
  private final int rootId;
  private final long creator;
  private final int iconColor;
  private final List<Integer> messageIds = new ArrayList<>();

  private String name;
  private String iconEmoji;
  private boolean closed;
  private boolean hidden;
  private boolean deleted;
  private boolean archived;

  /**
   * @param rootId the service message that tells of its creation; 0 for General
   * @param iconEmoji the id of a custom emoji; empty for none
   */
  public Topic(
      int threadId, int rootId, long creator, String name, int iconColor, String iconEmoji) {
    this.threadId = threadId;
    this.rootId = rootId;
    this.creator = creator;
    this.name = name;
    this.iconColor = iconColor;
    this.iconEmoji = iconEmoji;
  }

  public int threadId() {
    return threadId;
  }

  public int rootId() {
    return rootId;
  }

  public long creator() {
    return creator;
  }

  public int iconColor() {
    return iconColor;
  }

  /** Every message that was ever in it, oldest first. */
  public List<Integer> messageIds() {
    return messageIds;
  }

  public String name() {
    return name;
  }

  public String iconEmoji() {
    return iconEmoji;
  }

  public boolean closed() {
    return closed;
  }

  public boolean hidden() {
    return hidden;
  }

  public boolean deleted() {
    return deleted;
  }

  /** Whether its root message is out of the bots' reach. */
  public boolean archived() {
    return archived;
  }

  public boolean general() {
    return threadId == GENERAL && rootId == 0;
  }

  /** Whether a bot may find it. */
  public boolean alive() {
    return !deleted && !archived;
  }

  public void rename(String newName, String newIconEmoji) {
    name = newName;
    iconEmoji = newIconEmoji;
  }

  public void close(boolean yes) {
    closed = yes;
  }

  public void hide(boolean yes) {
    hidden = yes;
  }

  public void delete() {
    deleted = true;
  }

  public void archive() {
    archived = true;
  }

  Topic copy() {
    Topic copy = new Topic(threadId, rootId, creator, name, iconColor, iconEmoji);
    copy.messageIds.addAll(messageIds);
    copy.closed = closed;
    copy.hidden = hidden;
    copy.deleted = deleted;
    copy.archived = archived;
    return copy;
  }
}
