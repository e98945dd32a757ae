package dev.hookline.app.care;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the hook script keeps, as a person may look at it. */
final class Spool {

  private static final String SPOOL = "spool";
  private static final String LOG = "hook.log";
  private static final Pattern EVENT = Pattern.compile("1[0-9]{9}\\.[a-z0-9-]+");
  private static final Pattern ALL_IS_WELL =
      Pattern.compile(".*(takes events again|has room again).*");
  private static final int SHOWN = 300;

  private final Path data;
  private final Path script;

  Spool(Path data, Path script) {
    this.data = data;
    this.script = script;
  }

  /** What waits, what was refused, and what went wrong last. */
  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(waiting());
    if (Files.exists(data.resolve("spool/full"))) {
      findings.add(
          Finding.wrong(
              SPOOL,
              "is full, and new events are dropped",
              "start the node, or raise maxMegabytes in " + data.resolve("hook.conf")));
    }
    long refused = events(data.resolve("spool/refused"));
    if (refused > 0) {
      findings.add(
          Finding.odd(
              SPOOL,
              refused + " were refused by the node",
              LOG + " says why; " + script + " --retry sends them again"));
    }
    findings.add(lastWords());
    return findings;
  }

  private Finding waiting() {
    long waiting = events(data.resolve(SPOOL));
    return waiting == 0
        ? Finding.good(SPOOL, "is empty")
        : Finding.odd(SPOOL, waiting + " events wait", "start the node, then " + script + " --send")
            .with(this::send);
  }

  private String send() throws IOException {
    ProcessBuilder sender = new ProcessBuilder("sh", script.toString(), "--send");
    sender.environment().put("HOOKLINE_DATA_DIR", data.toString());
    sender.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    sender.start();
    return "a sender was started";
  }

  private Finding lastWords() {
    String last = lastLine();
    return last.isEmpty() || ALL_IS_WELL.matcher(last).matches()
        ? Finding.good(LOG, last.isEmpty() ? "says nothing" : last)
        : Finding.odd(LOG, "ends with: " + last, "docs/hooks.md says what it means");
  }

  private String lastLine() {
    try (Stream<String> lines = Files.lines(data.resolve(LOG), StandardCharsets.ISO_8859_1)) {
      String last = lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
      return last.length() <= SHOWN ? last : last.substring(0, SHOWN) + "…";
    } catch (IOException none) {
      return "";
    }
  }

  /** How many events wait there. */
  static long events(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> EVENT.matcher(file.getFileName().toString()).matches()).count();
    } catch (IOException none) {
      return 0;
    }
  }
}
