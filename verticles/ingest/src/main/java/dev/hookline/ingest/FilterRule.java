package dev.hookline.ingest;

import dev.hookline.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of another language that sees every event before it is stored.
 *
 * @param name its name on the bus
 * @param closed whether an event is refused while the program does not answer; else it passes
 *     unfiltered
 * @param patience how long an answer may take
 */
public record FilterRule(String name, boolean closed, Duration patience) {

  private static final String KEY = "bus.filters";
  private static final int MOST = 8;
  private static final int PATIENCE_MILLIS = 250;
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,32}) +(open|closed)(?: +([0-9]{1,5}))?");

  public FilterRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(patience, "patience");
  }

  /** Reads {@code bus.filters}, in the order in which they are asked; notes what is wrong there. */
  public static List<FilterRule> from(Settings settings) {
    List<FilterRule> rules = new ArrayList<>();
    for (String text : settings.texts(KEY)) {
      Optional<FilterRule> rule = read(text.strip());
      boolean twice =
          rule.isPresent() && rules.stream().anyMatch(it -> it.name().equals(rule.get().name()));
      if (rule.isEmpty() || twice) {
        settings.problem(
            KEY,
            text,
            "write 'NAME open' or 'NAME closed', each name once, of small letters, digits and"
                + " hyphens; a number behind it says for how many milliseconds an answer is waited"
                + " for, from 1 to 10000");
      } else {
        rules.add(rule.get());
      }
    }
    if (rules.size() > MOST) {
      settings.problem(KEY, rules.size() + " filters", "name at most " + MOST);
    }
    return List.copyOf(rules);
  }

  private static Optional<FilterRule> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int millis = form.group(3) == null ? PATIENCE_MILLIS : Integer.parseInt(form.group(3));
    return millis < 1 || millis > 10_000
        ? Optional.empty()
        : Optional.of(
            new FilterRule(
                form.group(1), form.group(2).equals("closed"), Duration.ofMillis(millis)));
  }
}
