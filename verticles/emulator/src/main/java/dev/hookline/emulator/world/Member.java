package dev.hookline.emulator.world;

import java.util.HashSet;
import java.util.Set;

/**
 * What somebody is in a chat.
 *
 * @param rights of an administrator, or what a restricted member may still do; names as in the Bot
 *     API's objects
 */
public record Member(long userId, Status status, Set<String> rights) {

  /** The Bot API's words for it are the names in lower case. */
  public enum Status {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    RESTRICTED,
    LEFT,
    KICKED
  }

  public Member {
    rights = Set.copyOf(rights);
  }

  /** Whether they are in the chat. */
  public boolean present() {
    return status != Status.LEFT && status != Status.KICKED;
  }

  /** Whether they may do what only administrators may. */
  public boolean may(String right) {
    return status == Status.CREATOR || (status == Status.ADMINISTRATOR && rights.contains(right));
  }

  /** Whether they may write. */
  public boolean maySend() {
    return present() && (status != Status.RESTRICTED || rights.contains(Rights.SEND_MESSAGES));
  }

  /** The same without one right. */
  public Member without(String right) {
    Set<String> fewer = new HashSet<>(rights);
    fewer.remove(right);
    return new Member(userId, status, fewer);
  }
}
