package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTokenTest {

  @TempDir Path directory;

  @Test
  void is_made_with_256_bits_when_there_is_none() throws IOException {
    IngestToken token = IngestToken.readOrCreate(file());

    assertThat(Base64.getUrlDecoder().decode(token.reveal())).hasSize(32);
    assertThat(Files.readString(file())).isEqualTo(token.reveal() + "\n");
  }

  @Test
  void is_for_its_owner_alone() throws IOException {
    IngestToken.readOrCreate(file());

    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(file().getParent())).isEqualTo("rwx------");
  }

  @Test
  void is_the_same_at_the_next_start() throws IOException {
    IngestToken first = IngestToken.readOrCreate(file());

    assertThat(IngestToken.readOrCreate(file()).matches(first.reveal())).isTrue();
  }

  @Test
  void is_one_for_all_who_start_at_once() throws Exception {
    ExecutorService starting = Executors.newFixedThreadPool(8);
    Callable<String> start = () -> IngestToken.readOrCreate(file()).reveal();

    Set<String> seen = new HashSet<>();
    for (Future<String> token :
        starting.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
      seen.add(token.get());
    }
    starting.shutdown();

    assertThat(seen).hasSize(1);
    assertThat(file().getParent().toFile().list()).containsExactly("ingest.token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
  void refuses_a_file_that_others_may_use_and_says_what_to_do(String permissions)
      throws IOException {
    IngestToken token = IngestToken.readOrCreate(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> IngestToken.readOrCreate(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining(token.reveal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "short", "with a space in the middle of it, and long enough"})
  void refuses_a_file_without_a_usable_token(String content) throws IOException {
    IngestToken.readOrCreate(file());
    Files.writeString(file(), content);

    assertThatThrownBy(() -> IngestToken.readOrCreate(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("delete it");
  }

  @Test
  void matches_itself_and_nothing_else() throws IOException {
    IngestToken token = IngestToken.readOrCreate(file());
    String secret = token.reveal();

    assertThat(token.matches(secret)).isTrue();
    assertThat(token.matches(secret.substring(1))).isFalse();
    assertThat(token.matches(secret + "x")).isFalse();
    assertThat(token.matches("")).isFalse();
    assertThat(token.matches(null)).isFalse();
  }

  @Test
  void does_not_show_in_its_text() throws IOException {
    IngestToken token = IngestToken.readOrCreate(file());

    assertThat(token.toString()).doesNotContain(token.reveal());
  }

  private Path file() {
    return directory.resolve("data").resolve("ingest.token");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
