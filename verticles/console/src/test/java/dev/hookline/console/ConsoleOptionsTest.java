package dev.hookline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsoleOptionsTest {

  @Test
  void listens_on_this_machine_only_when_nothing_is_set() {
    ConsoleOptions options = ConsoleOptions.from(new Settings(new JsonObject()));

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8788);
    assertThat(options.budgetPerMinute()).isEqualTo(18);
  }

  @Test
  void reads_its_keys_and_those_it_shares_with_other_rooms() {
    Settings settings =
        new Settings(
            new JsonObject()
                .put(
                    "console",
                    new JsonObject()
                        .put("host", "::1")
                        .put("port", 0)
                        .put("messageLink", "tg://privatepost?channel={channel}&post={message}"))
                .put("ingest", new JsonObject().put("tokenFile", "/run/hookline/token"))
                .put("telegram", new JsonObject().put("budgetPerMinute", 600)));

    assertThat(ConsoleOptions.from(settings))
        .isEqualTo(
            new ConsoleOptions(
                "::1",
                0,
                Path.of("/run/hookline/token"),
                600,
                "tg://privatepost?channel={channel}&post={message}"));
    assertThatCode(settings::conclude).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_link_that_could_run_a_script() {
    Settings settings =
        new Settings(
            new JsonObject()
                .put("console", new JsonObject().put("messageLink", "javascript:alert(1)//")));

    ConsoleOptions.from(settings);

    assertThatThrownBy(settings::conclude)
        .hasMessageContaining("console.messageLink is \"javascript:alert(1)//\": write an address");
  }

  @Test
  void may_have_no_links() {
    Settings settings =
        new Settings(new JsonObject().put("console", new JsonObject().put("messageLink", "none")));

    assertThat(ConsoleOptions.from(settings).messageLink()).isEmpty();
    assertThatCode(settings::conclude).doesNotThrowAnyException();
  }
}
