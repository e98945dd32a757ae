package dev.hookline.lab.run;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.lab.check.Term;
import dev.hookline.lab.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Looks five times a second at who serves the chat, past all proxies. A thread of its own. */
final class LeaseWatch implements AutoCloseable {

  private static final long LOOK_MILLIS = 200;
  private static final String QUESTION =
      "SELECT owner, epoch FROM chat WHERE chat_id = " + EmulatorOptions.CHAT;

  private final Stage stage;
  private final Clock clock;
  private final List<Term> terms = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::watch, "lease-watch");
  private volatile boolean over;

  /** Begins at once. */
  LeaseWatch(Stage stage, Clock clock) {
    this.stage = stage;
    this.clock = clock;
    thread.setDaemon(true);
    thread.start();
  }

  /** Who served it so far. */
  List<Term> terms() {
    return List.copyOf(terms);
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }

  private void watch() {
    while (!over) {
      try (Connection store = DriverManager.getConnection(stage.storeUrl());
          Statement statement = store.createStatement()) {
        while (!over) {
          look(statement);
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
      } catch (SQLException down) {
        rest();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void look(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(QUESTION)) {
      if (row.next() && isNew(row.getLong("epoch"))) {
        terms.add(new Term(clock.millis(), name(row.getString("owner")), row.getLong("epoch")));
      }
    }
  }

  private boolean isNew(long epoch) {
    return terms.isEmpty() || terms.get(terms.size() - 1).epoch() < epoch;
  }

  private String name(String owner) {
    for (int number = 1; number <= stage.nodes().size(); number++) {
      if (owner.equals(id(stage.dataDir(number)))) {
        return stage.node(number).name();
      }
    }
    return stage.nodes().size() == 1 ? stage.node(1).name() : owner;
  }

  private static String id(Path dataDir) {
    try {
      return Files.readString(dataDir.resolve("node.id")).strip();
    } catch (IOException none) {
      return "";
    }
  }

  private void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException stopped) {
      over = true;
    }
  }
}
