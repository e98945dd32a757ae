package dev.hookline.app.care;

import dev.hookline.ingest.IngestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;

/** The HTTP door of the node of these settings, from outside. */
public final class NodeDoor {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final IngestOptions options;

  /** The door that these settings open. */
  public NodeDoor(IngestOptions options) {
    this.options = options;
  }

  /** What a path is answered. */
  Answer get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  /** What a path is answered to who has the token. */
  public Answer ask(String path) throws IOException {
    return send(request(path).header("Authorization", bearer()).GET().build());
  }

  /** Posts an event, as a sender would. */
  Answer post(String path, String body) throws IOException {
    return send(
        request(path)
            .header("Authorization", bearer())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Where it is. */
  String root() {
    String host = ANY.contains(options.host()) ? "127.0.0.1" : options.host();
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return "http://" + (bare ? "[" + host + "]" : host) + ":" + options.port();
  }

  private String bearer() throws IOException {
    return "Bearer " + Files.readString(options.tokenFile()).strip();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root() + path)).timeout(PATIENCE);
  }

  private Answer send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** An answer. */
  public record Answer(int status, String body) {}
}
