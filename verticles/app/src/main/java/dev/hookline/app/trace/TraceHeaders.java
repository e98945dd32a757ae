package dev.hookline.app.trace;

import dev.hookline.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a collector wants to be told in secret, from a file with a header a line. */
final class TraceHeaders {

  private static final String FILE = "telemetry.traces.headersFile";
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \\t]*([\\x21-\\x7e][\\x20-\\x7e]*)");

  /** Those that are the request's own business, and that the JDK's client refuses. */
  private static final List<String> TAKEN =
      List.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

  private TraceHeaders() {}

  /** The headers; what is wrong is noted in the settings, without showing it. */
  static Map<String, String> from(Settings settings) {
    return settings.path(FILE).map(file -> read(settings, file)).orElse(Map.of());
  }

  private static Map<String, String> read(Settings settings, Path file) {
    Map<String, String> headers = new HashMap<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        Matcher header = LINE.matcher(line.strip());
        if (header.matches() && !TAKEN.contains(header.group(1).toLowerCase(Locale.ROOT))) {
          headers.put(header.group(1), header.group(2));
        } else if (!line.isBlank()) {
          settings.problem(
              FILE,
              file + ", line " + number,
              "write one header a line, as in Authorization: Bearer SECRET, and none of "
                  + String.join(", ", TAKEN));
        }
      }
    } catch (IOException unreadable) {
      settings.problem(FILE, file.toString(), "name a file that can be read (" + unreadable + ")");
    }
    return headers;
  }
}
