package dev.hookline.app.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A chat and a node for each test; the node is started by the test, with the settings it needs. */
abstract class EndToEnd {

  @TempDir Path directory;

  Chat chat;
  Oracle oracle;
  RunningNode node;

  @BeforeEach
  void openChat() {
    chat = Chat.open();
    oracle = new Oracle(chat);
  }

  @AfterEach
  void closeAll() {
    if (node != null) {
      node.close();
    }
    chat.close();
  }

  void start(Object... changed) {
    node = RunningNode.start(directory, chat, changed);
  }

  /** Kills the node and starts another one on what it left. */
  void restart(Object... changed) {
    node.die();
    start(changed);
  }

  void awaitsAllShown(Story... stories) {
    chat.awaits("everything shown", () -> oracle.shows(stories));
  }
}
