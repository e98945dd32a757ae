package dev.hookline.telegram.command;

import dev.hookline.store.Arrangement;
import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session's messages make no sound for a while, or until further notice. */
final class Mute extends OnSession {

  private static final Pattern WHILE = Pattern.compile("(\\d{1,4}) ?([mhd])");
  private static final Duration LONGEST = Duration.ofDays(365);

  Mute() {
    super("mute", "no sound for this session, for ever or a while (30m, 2h, 1d)", Right.REPLY);
  }

  @Override
  Outcome answer(Asked asked, SessionTopic session) {
    if (asked.arguments().isEmpty()) {
      return silence(session, Arrangement.Silence.FOR_EVER, "until /unmute");
    }
    Optional<Duration> lasts = lasts(asked.arguments());
    return lasts
        .map(one -> silence(session, asked.now().plus(one), "for " + asked.arguments()))
        .orElseGet(() -> Outcome.say("Write /mute, or /mute 30m, /mute 2h, /mute 1d."));
  }

  private static Outcome silence(SessionTopic session, Instant until, String words) {
    return Outcome.say(
        new Arrangement.Silence(session.session(), until),
        "No sound for this session " + words + ", except for what needs an answer.");
  }

  private static Optional<Duration> lasts(String words) {
    Matcher given = WHILE.matcher(words);
    if (!given.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(given.group(1));
    Duration lasts =
        switch (given.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return Optional.of(lasts).filter(one -> number > 0 && one.compareTo(LONGEST) <= 0);
  }
}
