package dev.hookline.app.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks HTTP from outside, with a client that is none of ours. Thread-safe. */
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String root;

  Http(String root) {
    this.root = root;
  }

  JsonObject get(String path) {
    return json(send(request(path).GET().build()));
  }

  /** The same for who has the token. */
  JsonObject get(String path, String token) {
    return json(send(request(path).header("Authorization", "Bearer " + token).GET().build()));
  }

  String text(String path) {
    return send(request(path).GET().build()).body();
  }

  /**
   * The status with which a path is answered.
   *
   * @throws IOException when nobody answers
   */
  int status(String path) throws IOException {
    return exchange(request(path).GET().build()).statusCode();
  }

  JsonObject post(String path, JsonObject body) {
    return json(send(request(path).POST(BodyPublishers.ofString(body.encode())).build()));
  }

  JsonObject patch(String path, JsonObject body) {
    return json(
        send(request(path).method("PATCH", BodyPublishers.ofString(body.encode())).build()));
  }

  void delete(String path) {
    json(send(request(path).DELETE().build()));
  }

  /**
   * Posts a body and tells what came back.
   *
   * @throws IOException when nothing did
   */
  HttpResponse<String> post(String path, String token, String body) throws IOException {
    HttpRequest request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    return exchange(request);
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Content-Type", "application/json")
        .timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return exchange(request);
    } catch (IOException failed) {
      throw new UncheckedIOException(request.uri() + " does not answer", failed);
    }
  }

  private static JsonObject json(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new AssertionError(
          response.uri() + " says " + response.statusCode() + " " + response.body());
    }
    return response.body().isBlank() ? new JsonObject() : new JsonObject(response.body());
  }
}
