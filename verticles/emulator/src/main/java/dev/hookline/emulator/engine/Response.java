package dev.hookline.emulator.engine;

import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.world.Bytes;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers besides content type and length
 */
public record Response(int status, String contentType, Map<String, String> headers, Bytes body) {

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Request Entity Too Large"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  /** A reply as the Bot API writes it. */
  public static Response of(Reply reply) {
    long wait = reply.retryAfter();
    return new Response(
        reply.status(),
        "application/json",
        wait > 0 ? Map.of("Retry-After", String.valueOf(wait)) : Map.of(),
        Bytes.of(new JsonObject(reply.body()).toBuffer().getBytes()));
  }

  /** The page of a front server that has lost what is behind it. */
  public static Response html(int status) {
    String title = status + " " + reason(status);
    String page =
        "<html>\r\n<head><title>"
            + title
            + "</title></head>\r\n<body>\r\n<center><h1>"
            + title
            + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    return new Response(
        status, "text/html", Map.of(), Bytes.of(page.getBytes(StandardCharsets.US_ASCII)));
  }

  /** A response without a body. */
  public static Response empty(int status) {
    return new Response(status, "application/json", Map.of(), Bytes.NONE);
  }

  /** Everything before the body. */
  public byte[] head() {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ")
            .append(status)
            .append(' ')
            .append(reason(status))
            .append("\r\nServer: nginx\r\nContent-Type: ")
            .append(contentType)
            .append("\r\nContent-Length: ")
            .append(body.size())
            .append("\r\nConnection: keep-alive\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Head and body in one piece, so that they leave in one segment. */
  public byte[] bytes() {
    byte[] head = head();
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.size());
    System.arraycopy(body.copy(), 0, all, head.length, body.size());
    return all;
  }

  private static String reason(int status) {
    return REASONS.getOrDefault(status, "Unknown");
  }
}
