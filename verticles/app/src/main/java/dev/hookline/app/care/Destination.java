package dev.hookline.app.care;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The node that the hook script sends to: the one in its {@code hook.conf}, or else that with the
 * same data directory.
 *
 * @param hookData the script's data directory
 * @param nodeDirectory the data directory of a node on this machine, if one is set up
 */
record Destination(Path hookData, Optional<Path> nodeDirectory) {

  private static final String CHECK = "sends to";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Whether it is there. */
  Finding look() {
    Path conf = hookData.resolve("hook.conf");
    String url = setting(conf, "url");
    if (!url.startsWith("http")) {
      return url.isEmpty() ? here() : Finding.good(CHECK, url + ", as " + conf + " says");
    }
    if (!setting(conf, "caFile").isEmpty()) {
      return Finding.good(CHECK, url + ", whose certificate only curl can check");
    }
    return answers(url)
        ? Finding.good(CHECK, url + ", which answers")
        : Finding.wrong(
            CHECK,
            url + " of " + conf + ", which does not answer",
            "start that node, or correct it");
  }

  private Finding here() {
    Path hooks = hookData.toAbsolutePath().normalize();
    Optional<Path> node = nodeDirectory.map(path -> path.toAbsolutePath().normalize());
    if (node.isPresent() && !node.get().equals(hooks)) {
      return Finding.wrong(
          CHECK,
          "hooks look for the node in " + hooks + ", and it is in " + node.get(),
          "start agents with HOOKLINE_DATA_DIR=" + node.get());
    }
    return Finding.good(CHECK, "the node with " + hooks);
  }

  private static boolean answers(String url) {
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      URI live = URI.create(url.replaceAll("/+$", "") + "/healthz/live");
      HttpRequest request = HttpRequest.newBuilder(live).timeout(PATIENCE).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException | IllegalArgumentException nobody) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As the script reads it. */
  private static String setting(Path conf, String name) {
    try {
      List<String> lines = Files.readAllLines(conf);
      return lines.stream()
          .map(line -> line.strip().split("[ =]+", 2))
          .filter(words -> words.length == 2 && words[0].equals(name))
          .map(words -> words[1].strip())
          .reduce("", (before, last) -> last);
    } catch (IOException none) {
      return "";
    }
  }
}
