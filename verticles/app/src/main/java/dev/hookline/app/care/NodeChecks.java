package dev.hookline.app.care;

import dev.hookline.app.NodeOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the node of these settings is up, takes events and shows them. */
final class NodeChecks {

  private static final String DIRECTORY = "directory";
  private static final String TOKEN = "token";
  private static final String NODE = "node";
  private static final String STORE = "store";
  private static final String EVENTS = "events";
  private static final long LONG_WAIT_SECONDS = 120;

  private final NodeOptions options;
  private final NodeDoor door;

  NodeChecks(NodeOptions options, NodeDoor door) {
    this.options = options;
    this.door = door;
  }

  /** Looks at everything; what cannot be seen because of something else is left out. */
  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    if (Files.exists(options.dataDir())) {
      findings.add(closed(DIRECTORY, options.dataDir()));
    }
    if (Files.exists(options.ingest().tokenFile())) {
      findings.add(closed(TOKEN, options.ingest().tokenFile()));
    }
    Finding node = node();
    findings.add(node);
    if (!node.isWrong()) {
      findings.add(store());
      findings.addAll(events());
    }
    return findings;
  }

  private static Finding closed(String check, Path path) {
    try {
      return PrivateFile.isPrivate(path)
          ? Finding.good(check, path + " is yours alone")
          : Finding.wrong(check, path + " is open to others", "chmod go-rwx " + path)
              .with(
                  () -> {
                    PrivateFile.close(path);
                    return path + " is yours alone now";
                  });
    } catch (IOException | UnsupportedOperationException unknown) {
      return Finding.odd(check, path + " cannot be looked at", "check who owns it");
    }
  }

  /** Whether a node answers. */
  Finding node() {
    try {
      return door.get("/healthz/live").status() == 200
          ? Finding.good(NODE, "answers at " + door.root())
          : Finding.wrong(
              NODE, "something else answers at " + door.root(), "set ingest.port to a free port");
    } catch (IOException nobody) {
      return Finding.wrong(NODE, "nobody answers at " + door.root(), "./hookline serve");
    }
  }

  private Finding store() {
    try {
      return door.get("/healthz/ready").status() == 200
          ? Finding.good(STORE, "takes events")
          : Finding.wrong(
              STORE, "takes no events", "look for free disk space, and into the node's log");
    } catch (IOException gone) {
      return node();
    }
  }

  private List<Finding> events() {
    try {
      JsonObject sums = new JsonObject(door.get("/healthz").body());
      return List.of(waiting(sums), parked(sums));
    } catch (IOException | DecodeException gone) {
      return List.of(Finding.odd(EVENTS, "the node does not say how it stands", "try again"));
    }
  }

  private static Finding waiting(JsonObject sums) {
    long waiting = sums.getLong("waiting", 0L);
    long oldest = waiting == 0 ? 0 : sums.getLong("oldestWaitingSeconds", 0L);
    String words = sums.getLong("shown", 0L) + " shown, " + waiting + " waiting";
    return oldest > LONG_WAIT_SECONDS
        ? Finding.odd(
            EVENTS, words + ", one of them for " + oldest + " s", "./hookline status says why")
        : Finding.good(EVENTS, words);
  }

  private static Finding parked(JsonObject sums) {
    long parked = sums.getLong("parked", 0L);
    return parked == 0
        ? Finding.good(EVENTS, "none was set aside")
        : Finding.odd(
            EVENTS,
            parked + " could not be shown",
            "./hookline parked lists them, --again tries again");
  }
}
