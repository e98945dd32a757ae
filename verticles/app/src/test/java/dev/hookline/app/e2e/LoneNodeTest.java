package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node on a laptop is spared. */
@Tag("process")
class LoneNodeTest {

  @TempDir Path directory;

  @Test
  void starts_nothing_of_a_cluster() {
    try (Chat chat = Chat.open();
        ChildNode node = new ChildNode(directory, chat)) {
      node.start();

      assertThat(node.classes())
          .anyMatch(name -> name.startsWith("dev.hookline.app.Node/"))
          .filteredOn(name -> name.startsWith("com.hazelcast."))
          .as("Vert.x looks at its cluster manager's class and what that is made of, no more")
          .hasSizeLessThan(10);
    }
  }

  @Test
  void loads_nothing_of_opentelemetry_while_nobody_follows_it() {
    try (Chat chat = Chat.open();
        ChildNode node = new ChildNode(directory, chat)) {
      node.start();

      assertThat(node.classes())
          .anyMatch(name -> name.startsWith("dev.hookline.app.Node/"))
          .noneMatch(name -> name.startsWith("io.opentelemetry."))
          .noneMatch(name -> name.startsWith("dev.hookline.app.trace.OtlpTraces"))
          .noneMatch(name -> name.startsWith("jdk.internal.net.http."));
    }
  }
}
