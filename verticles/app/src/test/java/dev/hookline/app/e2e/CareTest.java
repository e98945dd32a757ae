package dev.hookline.app.e2e;

import dev.hookline.app.bench.FreePort;
import dev.hookline.app.care.DoctorCommand;
import dev.hookline.app.care.SetupCommand;
import dev.hookline.app.hooks.InstallHooksCommand;
import dev.hookline.app.hooks.Places;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import picocli.CommandLine;

/** Commands that look after a node, run as by a user with a home of its own. */
abstract class CareTest extends EndToEnd {

  Path data;
  Path settings;

  @BeforeEach
  void furnish() throws IOException {
    Path bin = Files.createDirectories(directory.resolve("bin")); // this user has no agents there
    Files.writeString(bin.resolve("curl"), "");
    Files.setPosixFilePermissions(
        bin.resolve("curl"), PosixFilePermissions.fromString("rwx------"));
    System.setProperty("app.home", "../..");
    data = directory.resolve(".local/share/hookline"); // where the script looks for a node
    settings = directory.resolve("settings.yaml");
  }

  @AfterEach
  void forget() {
    System.clearProperty("app.home");
  }

  /** A node at the usual place, and the settings that it has in a file. */
  void startAtTheUsualPlace(Object... changed) throws IOException {
    Object[] all = new Object[changed.length + 4];
    all[0] = "dataDir";
    all[1] = data.toString();
    all[2] = "ingest.port";
    all[3] = FreePort.find();
    System.arraycopy(changed, 0, all, 4, changed.length);
    start(all);
    write(RunningNode.settings(directory, chat, all));
  }

  void write(JsonObject tree) throws IOException {
    Files.writeString(settings, tree.encode()); // JSON is YAML
  }

  /** Runs a command and gives what it says, its exit code last. */
  String care(String typed, String... words) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream before = System.out;
    InputStream keyboard = System.in;
    try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
      CommandLine command = new CommandLine(command(words[0]));
      out.println("exit " + command.execute(Arrays.copyOfRange(words, 1, words.length)));
    } finally {
      System.setOut(before);
      System.setIn(keyboard);
    }
    return told.toString(StandardCharsets.UTF_8);
  }

  private Object command(String name) {
    Places places = new Places(directory, Map.of("PATH", directory.resolve("bin").toString()));
    return switch (name) {
      case "setup" -> new SetupCommand(places);
      case "doctor" -> new DoctorCommand(places);
      default -> new InstallHooksCommand(places);
    };
  }
}
