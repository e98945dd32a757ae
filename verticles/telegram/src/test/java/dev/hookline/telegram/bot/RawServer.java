package dev.hookline.telegram.bot;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of bytes: reads whole HTTP requests and does with each what the test says. */
final class RawServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final NetServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  RawServer(Vertx vertx, BiConsumer<NetSocket, String> behaviour) throws Exception {
    this.server =
        vertx
            .createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0))
            .connectHandler(
                socket -> {
                  Buffer received = Buffer.buffer();
                  socket.handler(
                      bytes -> {
                        received.appendBuffer(bytes);
                        if (isWhole(received.toString("ISO-8859-1"))) {
                          requests.add(received.toString());
                          behaviour.accept(socket, received.toString());
                        }
                      });
                });
    server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  static BiConsumer<NetSocket, String> answering(int status, String body) {
    return (socket, request) -> socket.write(response(status, body));
  }

  static String response(int status, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.close();
  }

  private static boolean isWhole(String text) {
    int end = text.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(text);
    return end >= 0
        && (!length.find() || text.length() - end - 4 >= Integer.parseInt(length.group(1)));
  }
}
