package dev.hookline.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.ToolProvider;

/**
 * What the next release may be: today's sources, with more in each message that crosses the bus,
 * and with more in the schema.
 */
final class Tomorrow {

  /** Each of its messages has this field. */
  static final String FIELD = "tomorrow";

  private static final Path SHARED = Path.of("../../shared");
  private static final Path CODEC =
      Path.of("messages/src/main/java/dev/hookline/messages/RecordCodec.java");
  private static final Path MIGRATIONS =
      Path.of("store/src/main/java/dev/hookline/store/jdbc/Migrations.java");

  private Tomorrow() {}

  /** Builds it; gives what has to come first on a node's class path. */
  static Path build(Path directory, String classPath) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    compile(
        source(
            directory,
            CODEC,
            ".put(VERSION_FIELD, version)",
            ".put(VERSION_FIELD, version).put(\"" + FIELD + "\", new JsonObject().put(\"n\", 1))"),
        classes,
        classPath);
    compile(
        source(directory, MIGRATIONS, "\");\n\n  private", "\", \"tomorrow\");\n\n  private"),
        classes,
        classPath);
    Files.writeString(
        Files.createDirectories(classes.resolve("db")).resolve("tomorrow.sql"),
        """
        ALTER TABLE session ADD COLUMN mood TEXT NOT NULL DEFAULT 'fine';
        CREATE INDEX session_mood ON session (mood);
        """);
    return classes;
  }

  private static Path source(Path directory, Path file, String before, String after)
      throws IOException {
    String today = Files.readString(SHARED.resolve(file));
    if (!today.contains(before)) {
      throw new AssertionError(file + " does not contain " + before);
    }
    Path changed = directory.resolve(file.getFileName());
    Files.writeString(changed, today.replace(before, after));
    return changed;
  }

  private static void compile(Path source, Path classes, String classPath) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    if (result != 0) {
      throw new AssertionError(String.format(Locale.ROOT, "%s does not compile", source));
    }
  }
}
