package dev.hookline.lab.stage;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes each node's settings file. JSON is YAML as well. */
final class NodeSettings {

  private final StageOptions options;
  private final List<Seat> seats;

  NodeSettings(StageOptions options, List<Seat> seats) {
    this.options = options;
    this.seats = seats;
  }

  /** The file with the secret that senders must know, for all nodes. */
  Path token() {
    return options.directory().resolve("ingest.token");
  }

  Path dataDir(Seat seat) {
    return options.directory().resolve(seat.name());
  }

  Path write(Seat seat) {
    Path file = options.directory().resolve(seat.name() + ".yaml");
    try {
      return Files.writeString(file, tree(seat).encodePrettily());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private JsonObject tree(Seat seat) {
    JsonObject tree = new JsonObject();
    put(tree, "dataDir", dataDir(seat).toString());
    put(tree, "ingest.port", seat.ingestPort());
    put(tree, "ingest.tokenFile", token().toString());
    put(tree, "ingest.socket", "none");
    put(tree, "ingest.lineSocket", "none");
    put(tree, "console.port", 0);
    put(tree, "telegram.token", EmulatorOptions.TOKEN);
    put(tree, "telegram.chatId", EmulatorOptions.CHAT);
    put(tree, "telegram.apiRoot", "http://127.0.0.1:" + seat.telegram().port());
    put(tree, "telegram.budgetPerMinute", 1_000_000);
    put(tree, "telegram.minGapMillis", 0);
    if (options.postgres()) {
      put(tree, "store.url", PostgresServer.url(seat.store().port()));
    }
    if (seats.size() > 1) {
      cluster(tree, seat);
    }
    options.settings().forEach((key, value) -> put(tree, key, value));
    return tree;
  }

  private void cluster(JsonObject tree, Seat seat) {
    put(tree, "cluster.enabled", true);
    put(tree, "cluster.name", "lab-" + seats.get(0).memberPort());
    put(tree, "cluster.port", seat.memberPort());
    put(tree, "cluster.busPort", seat.busPort());
    put(tree, "cluster.publicPort", seat.member().port());
    put(tree, "cluster.busPublicPort", seat.bus().port());
    put(
        tree,
        "cluster.members",
        seats.stream().map(NodeSettings::address).collect(Collectors.joining(",")));
  }

  private static String address(Seat seat) {
    return "127.0.0.1:" + seat.member().port();
  }

  private static void put(JsonObject tree, String key, Object value) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      tree.put(key, value);
      return;
    }
    String room = key.substring(0, dot);
    if (!tree.containsKey(room)) {
      tree.put(room, new JsonObject());
    }
    put(tree.getJsonObject(room), key.substring(dot + 1), value);
  }
}
