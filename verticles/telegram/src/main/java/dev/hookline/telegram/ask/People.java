package dev.hookline.telegram.ask;

import dev.hookline.config.Settings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, by the users' numeric ids: names can be taken over, and being in the group is no
 * right at all. Immutable.
 *
 * @param rights the rights of each user who has any
 */
public record People(Map<Long, Set<Right>> rights) {

  /** What a person may do. */
  public enum Right {
    /** See what goes on, where the bot tells it, and have the whole of it. */
    READ,
    /** Write to agents, and arrange their topics. */
    REPLY,
    /** Answer agents' questions. */
    APPROVE,
    /** Change what concerns the whole chat. */
    ADMIN
  }

  private static final String USERS = "telegram.users";
  private static final String FIX =
      "write an id and rights, such as \"7001 reply approve\"; there are read, reply, approve,"
          + " admin";

  public People {
    rights = Map.copyOf(rights);
  }

  /**
   * Reads {@code telegram.allowedUsers}, who may do everything, and {@code telegram.users}; what is
   * wrong with them is noted there.
   */
  public static People from(Settings settings) {
    Map<Long, Set<Right>> rights = new HashMap<>();
    for (String line : settings.texts(USERS)) {
      read(settings, line, rights);
    }
    settings
        .numbers("telegram.allowedUsers")
        .forEach(user -> rights.put(user, EnumSet.allOf(Right.class)));
    return new People(rights);
  }

  /** Whether the user may do it. */
  public boolean may(long user, Right right) {
    return of(user).contains(right);
  }

  /** Whether the user may ask how things stand: that goes with every right. */
  public boolean mayAsk(long user) {
    return !of(user).isEmpty();
  }

  /** Everything that the user may do. */
  public Set<Right> of(long user) {
    return rights.getOrDefault(user, Set.of());
  }

  /** Whether there is anybody who may. */
  public boolean anybodyMay(Right right) {
    return rights.values().stream().anyMatch(all -> all.contains(right));
  }

  private static void read(Settings settings, String line, Map<Long, Set<Right>> into) {
    String[] words = line.strip().split("\\s+");
    try {
      Set<Right> rights = EnumSet.noneOf(Right.class);
      Arrays.stream(words)
          .skip(1)
          .forEach(word -> rights.add(Right.valueOf(word.toUpperCase(Locale.ROOT))));
      long user = Long.parseLong(words[0]);
      if (user > 0 && !rights.isEmpty()) {
        into.put(user, rights);
        return;
      }
    } catch (IllegalArgumentException wrong) {
      // said below, in our words
    }
    settings.problem(USERS, line, FIX);
  }
}
