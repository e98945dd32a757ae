package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdTest {

  @TempDir private Path directory;

  @Test
  void stays_the_same_over_restarts() {
    String first = NodeId.readOrCreate(directory, () -> "node-of-the-first-start");

    assertThat(first).isEqualTo("node-of-the-first-start");
    assertThat(NodeId.readOrCreate(directory, () -> "another-name")).isEqualTo(first);
  }

  @Test
  void is_kept_in_a_file_for_the_owner_alone_and_nothing_else_is_left() throws IOException {
    NodeId.readOrCreate(directory, () -> "node-0001");

    Path file = directory.resolve("node.id");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(directory)) {
      assertThat(files.toList()).isEqualTo(List.of(file));
    }
  }

  @Test
  void refuses_a_file_that_holds_no_id_and_says_what_to_do() throws IOException {
    Files.writeString(directory.resolve("node.id"), "\n");

    assertThatThrownBy(() -> NodeId.readOrCreate(directory, () -> "node-0001"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(directory.resolve("node.id").toString())
        .hasMessageContaining("delete it");
  }
}
