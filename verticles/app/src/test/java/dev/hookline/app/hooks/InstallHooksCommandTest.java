package dev.hookline.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "codex, .codex/hooks.json",
    "gemini, .gemini/settings.json",
    "cursor, .cursor/hooks.json",
    "copilot, .github/copilot/settings.local.json",
    "opencode, .opencode/plugin/hookline.js"
  })
  void writes_what_there_was_nothing_of_and_deletes_it_again(String agent, String path) {
    Path written = project.resolve(path);

    assertThat(runFor(agent, "--dry-run")).isZero();
    assertThat(written).doesNotExist();
    assertThat(runFor(agent)).isZero();
    assertThat(written).content().contains("hookline-");
    assertThat(runFor(agent)).isZero();
    assertThat(said.toString()).contains("nothing to change");
    assertThat(runFor(agent, "--undo")).isZero();
    assertThat(written).doesNotExist();
    assertThat(runFor(agent, "--undo")).isZero();
  }

  @Test
  void does_not_touch_a_plugin_that_it_did_not_write() throws Exception {
    Path plugin = project.resolve(".opencode/plugin/hookline.js");
    Files.createDirectories(plugin.getParent());
    Files.writeString(plugin, "export const Mine = 1;");

    assertThat(runFor("opencode")).isEqualTo(2);
    assertThat(runFor("opencode", "--undo")).isEqualTo(2);

    assertThat(plugin).hasContent("export const Mine = 1;");
    assertThat(said.toString()).contains("hookline.js was not written by this command");
  }

  @Test
  void says_what_codex_still_wants_to_be_done() {
    runFor("codex");

    assertThat(said.toString()).contains("type /hooks in Codex");
  }

  @Test
  void names_the_agents_that_it_knows() {
    assertThat(execute("emacs")).isEqualTo(2);

    assertThat(said.toString())
        .contains("claude, codex, gemini, cursor, copilot, opencode, and not for emacs");
  }

  @Test
  void finds_the_agents_of_a_user() throws Exception {
    Path program = Files.createDirectories(project.resolve("bin")).resolve("gemini");
    Files.writeString(program, "");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(project.resolve("codex-home"));
    Places places =
        new Places(
            project.resolve("home"),
            Map.of(
                "PATH", program.getParent().toString(),
                "CODEX_HOME", project.resolve("codex-home").toString()));

    assertThat(InstalledHooks.here(places))
        .extracting(InstalledHooks::agent)
        .containsExactly("codex", "gemini");
  }

  @Test
  void says_which_agents_are_here_when_none_is_named() throws Exception {
    Files.createDirectories(project.resolve("home/.cursor"));
    Places places = new Places(project.resolve("home"), Map.of());
    CommandLine line = new CommandLine(new InstallHooksCommand(places));

    assertThat(line.setOut(new PrintWriter(said)).execute()).isZero();

    assertThat(said.toString())
        .contains("cursor    has no hooks of Hookline in ", ".cursor/hooks.json")
        .doesNotContain("codex");
  }

  private int run(String... options) {
    return runFor("claude", options);
  }

  private int runFor(String agent, String... options) {
    List<String> words = new ArrayList<>(List.of(agent, "--project", project.toString()));
    words.addAll(List.of(options));
    return execute(words.toArray(String[]::new));
  }

  private int execute(String... words) {
    CommandLine line = new CommandLine(new InstallHooksCommand());
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said, true));
    return line.execute(words);
  }
}
