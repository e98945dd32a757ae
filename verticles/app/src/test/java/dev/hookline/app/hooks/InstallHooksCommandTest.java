package dev.hookline.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InstallHooksCommandTest {

  private static final String OTHERS =
      """
      {
        "model": "opus",
        "hooks": {
          "Stop": []
        },
        "list": [],
        "text": "ü \\"quoted\\""
      }
      """;

  @TempDir Path project;

  private final StringWriter said = new StringWriter();
  private Path file;

  @BeforeEach
  void prepare() throws Exception {
    System.setProperty("app.home", "../..");
    file = Files.createDirectories(project.resolve(".claude")).resolve("settings.local.json");
  }

  @AfterEach
  void forget() {
    System.clearProperty("app.home");
  }

  @Test
  void writes_the_hooks_and_shows_what_changes() throws Exception {
    Files.writeString(file, OTHERS);

    assertThat(run()).isZero();

    assertThat(Files.readString(file)).contains("hookline-hook claude", "\"model\": \"opus\"");
    assertThat(said.toString().lines())
        .anyMatch(line -> line.startsWith("+") && line.contains("hookline-hook claude"))
        .noneMatch(line -> line.startsWith("-") && line.contains("opus"));
  }

  @Test
  void changes_nothing_when_it_is_run_again() throws Exception {
    run();
    String once = Files.readString(file);

    assertThat(run()).isZero();

    assertThat(said.toString()).contains("nothing to change");
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void leaves_behind_what_was_there_before() throws Exception {
    String before = OTHERS.replace("Stop", "Setup");
    Files.writeString(file, before);
    run();

    run("--undo");

    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void writes_nothing_when_it_is_only_asked() throws Exception {
    Files.writeString(file, OTHERS);

    assertThat(run("--dry-run")).isZero();

    assertThat(Files.readString(file)).isEqualTo(OTHERS);
    assertThat(said.toString()).contains("hookline-hook claude", "dry run");
  }

  @Test
  void does_not_touch_what_it_cannot_read_and_says_where_that_is() throws Exception {
    for (String broken : List.of("{\n  \"a\": 1,\n  oops\n}", "{} {}", "[1]", "\"text\"")) {
      Files.writeString(file, broken);

      assertThat(run()).as(broken).isEqualTo(2);

      assertThat(Files.readString(file)).isEqualTo(broken);
    }
    assertThat(said.toString())
        .contains("settings.local.json:3:3: here it", "settings.local.json:1:1: here it");
  }

  @Test
  void keeps_the_text_before_and_who_may_read_the_file() throws Exception {
    Files.writeString(file, OTHERS);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    run();

    assertThat(file.resolveSibling("settings.local.json.before-hookline")).hasContent(OTHERS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(file.getParent().toFile().list()).hasSize(2);
  }

  @Test
  void keeps_a_link_that_leads_to_the_file() throws Exception {
    Path real = Files.writeString(project.resolve("dotfiles.json"), OTHERS);
    Files.createSymbolicLink(file, real);

    run();

    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(real)).contains("hookline-hook claude");
  }

  @Test
  void knows_no_other_agent_yet() {
    assertThat(
            new CommandLine(new InstallHooksCommand())
                .setErr(new PrintWriter(said))
                .execute("emacs"))
        .isEqualTo(2);

    assertThat(said.toString()).contains("not yet for emacs");
  }

  private int run(String... options) {
    CommandLine line = new CommandLine(new InstallHooksCommand());
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said, true));
    String[] words = new String[options.length + 3];
    System.arraycopy(options, 0, words, 3, options.length);
    words[0] = "claude";
    words[1] = "--project";
    words[2] = project.toString();
    return line.execute(words);
  }
}
