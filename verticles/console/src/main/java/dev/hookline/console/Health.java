package dev.hookline.console;

import dev.hookline.console.Reasons.ChatState;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How it goes, in one line.
 *
 * @param level how much it matters
 * @param words the line
 * @param more what else is to be known, each a short sentence
 */
record Health(Level level, String words, List<String> more) {

  /** How much it matters. */
  enum Level {
    /** Nothing has happened yet. */
    IDLE,
    /** All is shown. */
    GOOD,
    /** Something waits, and will go on by itself. */
    BUSY,
    /** A person should look. */
    ATTENTION
  }

  Health {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(words, "words");
    more = List.copyOf(more);
  }

  /** The store cannot be read, so nothing is known. */
  static Health unknown(String cause) {
    return new Health(Level.ATTENTION, "The store cannot be read: " + cause, List.of());
  }

  static Health of(Facts facts, Reasons reasons) {
    return new Health(level(facts, reasons), words(facts, reasons), more(facts));
  }

  private static Level level(Facts facts, Reasons reasons) {
    Totals totals = facts.totals();
    if (stoppedChat(facts, reasons).isPresent() || totals.parked() > 0) {
      return Level.ATTENTION;
    }
    if (totals.accepted() == 0) {
      return Level.IDLE;
    }
    return totals.waiting() > 0 ? Level.BUSY : Level.GOOD;
  }

  /** The worst first: what needs a person must not hide behind what goes on by itself. */
  private static String words(Facts facts, Reasons reasons) {
    Totals totals = facts.totals();
    Optional<String> stopped = stoppedChat(facts, reasons);
    List<String> parts = new ArrayList<>(stopped.stream().toList());
    if (totals.parked() > 0) {
      parts.add(totals.parked() + " of " + totals.accepted() + " events could not be shown");
    }
    if (totals.waiting() > 0) {
      String why = stopped.isPresent() ? "" : ": " + mainReason(facts, reasons);
      parts.add(totals.waiting() + " waiting" + why);
    }
    if (totals.parked() + totals.waiting() == 0) {
      parts.add(allIsWell(totals));
    }
    return Words.capital(String.join("; ", parts));
  }

  private static String allIsWell(Totals totals) {
    if (totals.accepted() == 0) {
      return "nothing has arrived yet";
    }
    return totals.shown() == 1
        ? "the one event is shown"
        : "all " + totals.shown() + " events shown";
  }

  /** Of the session with the most to show: it is what most of what waits is waiting for. */
  private static String mainReason(Facts facts, Reasons reasons) {
    return facts.sessions().stream()
        .filter(session -> session.waiting() > 0)
        .max(Comparator.comparingLong(SessionSummary::waiting))
        .map(session -> reasons.waiting(session, facts.chatOf(session), facts.asOf()))
        .or(() -> worstChat(facts, reasons, ChatState.USED_UP))
        .orElse("being put in order");
  }

  private static Optional<String> stoppedChat(Facts facts, Reasons reasons) {
    return worstChat(facts, reasons, ChatState.STOPPED);
  }

  /** In the state or a worse one. */
  private static Optional<String> worstChat(Facts facts, Reasons reasons, ChatState atLeast) {
    Instant now = facts.asOf();
    return facts.chats().stream()
        .filter(chat -> reasons.state(chat, now).compareTo(atLeast) >= 0)
        .max(Comparator.comparing((ChatSummary chat) -> reasons.state(chat, now)))
        .map(chat -> reasons.chat(chat, now));
  }

  private static List<String> more(Facts facts) {
    Totals totals = facts.totals();
    List<String> more = new ArrayList<>();
    if (totals.waiting() > 0 && totals.oldestWaiting() != null) {
      more.add("the oldest for " + Words.between(totals.oldestWaiting(), facts.asOf()));
    }
    add(more, facts.asking(), "agent", " waiting for an answer in the chat");
    add(more, totals.doubted(), "message", " being looked for, because an answer was lost");
    add(more, totals.uncertain(), "message", " possibly shown twice, because an answer was lost");
    add(more, totals.gaps(), "event", " never arrived");
    add(more, totals.hushed(), "event", " kept out of the chat, as its verbosity says");
    add(more, totals.kept(), "event", " only stored, with no place in a chat");
    return more;
  }

  private static void add(List<String> more, long number, String what, String happened) {
    if (number > 0) {
      more.add(Words.count(number, what) + happened);
    }
  }
}
