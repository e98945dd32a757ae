package dev.hookline.emulator.text;

import dev.hookline.emulator.world.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks bot commands in what people write, as Telegram does by itself. */
public final class CommandMarks {

  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\\w/@])");

  private CommandMarks() {}

  /** The text with a mark for each command that has none. */
  public static FormattedText in(FormattedText text) {
    List<Entity> marks = new ArrayList<>(text.entities());
    Matcher found = COMMAND.matcher(text.text());
    while (found.find()) {
      int begin = found.start();
      int end = found.end();
      if (marks.stream().noneMatch(mark -> mark.offset() < end && begin < mark.end())) {
        marks.add(new Entity("bot_command", begin, end - begin, Map.of()));
      }
    }
    marks.sort(FormattedText.ORDER);
    return new FormattedText(text.text(), marks);
  }
}
