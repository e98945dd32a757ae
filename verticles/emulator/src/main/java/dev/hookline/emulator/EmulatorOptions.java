package dev.hookline.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How an emulator is set up.
 *
 * @param host the address to listen on; a loopback address, because the control port acts for users
 * @param apiPort the Bot API's port; 0 takes any free one, like the control port
 * @param seed the same seed gives the same ids and the same chances
 * @param virtualClock whether time stands still until it is advanced
 * @param journalLimit how many call records are kept; 0 for all
 */
public record EmulatorOptions(
    String host,
    int apiPort,
    int controlPort,
    long seed,
    boolean virtualClock,
    int journalLimit,
    Knobs knobs,
    List<BotPlan> bots,
    List<UserPlan> users,
    List<ChatPlan> chats) {

  /** A bot whose id is what stands before the token's colon. */
  public record BotPlan(String token, String username, String firstName) {

    public BotPlan {
      if (!token.matches("[1-9]\\d*:.+")) {
        throw new IllegalArgumentException(
            "a bot's token must begin with its id and a colon, for example 1000001:SECRET");
      }
    }

    public long id() {
      return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    @Override
    public String toString() {
      return "BotPlan[" + username + "]";
    }
  }

  /** A human. */
  public record UserPlan(long id, String firstName, String username) {}

  /**
   * A chat with all bots as administrators; the first user owns it.
   *
   * @param type {@code private}, {@code group} or {@code supergroup}
   */
  public record ChatPlan(long id, String type, String title, boolean forum) {}

  /** The bot of the ready-made plans. */
  public static final String TOKEN = "1000001:EMULATED-BOT-WITHOUT-ANY-SECRET";

  /** The forum of the ready-made plans. */
  public static final long CHAT = -1_001_000_000_001L;

  /** The forum's owner in the ready-made plans. */
  public static final long USER = 7001;

  private static final int KEPT_FOR_PEOPLE = 5_000;

  public EmulatorOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(knobs, "knobs");
    bots = List.copyOf(bots);
    users = List.copyOf(users);
    chats = List.copyOf(chats);
    if (bots.isEmpty() || users.isEmpty()) {
      throw new IllegalArgumentException("an emulator needs at least one bot and one user");
    }
  }

  /** Free ports, real time, no limits: one bot and two users in one forum. */
  public static EmulatorOptions forTests() {
    return new EmulatorOptions(
        "127.0.0.1",
        0,
        0,
        1,
        false,
        0,
        Knobs.withoutFlood(),
        List.of(new BotPlan(TOKEN, "hookline_bot", "Hookline")),
        List.of(new UserPlan(USER, "Ada", "ada"), new UserPlan(7002, "Bo", "bo")),
        List.of(new ChatPlan(CHAT, "supergroup", "Agents", true)));
  }

  /** The same with Telegram's limits and a bounded journal: for a person to look at. */
  public static EmulatorOptions forPeople() {
    EmulatorOptions tests = forTests();
    return new EmulatorOptions(
        tests.host,
        0,
        0,
        tests.seed,
        false,
        KEPT_FOR_PEOPLE,
        Knobs.likeTelegram(),
        tests.bots,
        tests.users,
        tests.chats);
  }

  public EmulatorOptions withPorts(int api, int control) {
    return new EmulatorOptions(
        host, api, control, seed, virtualClock, journalLimit, knobs, bots, users, chats);
  }

  public EmulatorOptions withSeed(long next) {
    return new EmulatorOptions(
        host, apiPort, controlPort, next, virtualClock, journalLimit, knobs, bots, users, chats);
  }

  public EmulatorOptions withVirtualClock() {
    return new EmulatorOptions(
        host, apiPort, controlPort, seed, true, journalLimit, knobs, bots, users, chats);
  }

  public EmulatorOptions withJournalLimit(int records) {
    return new EmulatorOptions(
        host, apiPort, controlPort, seed, virtualClock, records, knobs, bots, users, chats);
  }

  public EmulatorOptions withKnobs(Knobs next) {
    return new EmulatorOptions(
        host, apiPort, controlPort, seed, virtualClock, journalLimit, next, bots, users, chats);
  }

  public EmulatorOptions withBot(BotPlan bot) {
    List<BotPlan> more = new ArrayList<>(bots);
    more.add(bot);
    return new EmulatorOptions(
        host, apiPort, controlPort, seed, virtualClock, journalLimit, knobs, more, users, chats);
  }

  public EmulatorOptions withChat(ChatPlan chat) {
    List<ChatPlan> more = new ArrayList<>(chats);
    more.add(chat);
    return new EmulatorOptions(
        host, apiPort, controlPort, seed, virtualClock, journalLimit, knobs, bots, users, more);
  }
}
