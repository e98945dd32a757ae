package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeDirectoryTest {

  @TempDir private Path temporary;

  @Test
  void is_made_with_its_parents_and_for_its_owner_alone() throws IOException {
    Path path = temporary.resolve("share/hookline");

    try (NodeDirectory directory = NodeDirectory.open(path)) {
      assertThat(directory).isNotNull();
      assertThat(permissions(path)).isEqualTo("rwx------");
    }
  }

  @Test
  void is_refused_to_a_second_node_with_the_first_one_s_process_named() {
    try (NodeDirectory first = NodeDirectory.open(temporary.resolve("data"))) {
      assertThat(first).isNotNull();

      assertThatThrownBy(() -> NodeDirectory.open(temporary.resolve("data")))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("another node uses dataDir " + temporary.resolve("data"))
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
    }
  }

  @Test
  void is_free_again_after_it_was_closed() {
    NodeDirectory.open(temporary.resolve("data")).close();

    NodeDirectory.open(temporary.resolve("data")).close();
  }

  @Test
  void is_refused_and_left_as_it_is_when_it_is_open_to_others() throws IOException {
    Path path = temporary.resolve("data");
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(() -> NodeDirectory.open(path))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("chmod 700 " + path);
    assertThat(permissions(path)).isEqualTo("rwxr-x---");
  }

  @Test
  void is_refused_when_it_is_a_file() throws IOException {
    Path path = Files.createFile(temporary.resolve("data"));

    assertThatThrownBy(() -> NodeDirectory.open(path))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("set another one");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
