package dev.hookline.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which one sees every byte, and how it ends. */
final class Wires implements AutoCloseable {

  /** What was read, and what ended it. */
  record Seen(String text, End end) {

    Seen plus(Seen more) {
      if (more.text().isEmpty()) {
        throw new AssertionError("the response ends after " + text + ": " + more.end());
      }
      return new Seen(text + more.text(), more.end());
    }

    int bodyBytes() {
      return text.length() - text.indexOf("\r\n\r\n") - 4;
    }
  }

  /** How reading came to an end. */
  enum End {
    CLOSED,
    RESET,
    /** Nothing more came for a while. */
    SILENT
  }

  private static final Pattern LENGTH = Pattern.compile("Content-Length: ([1-9]\\d*)");
  private static final int PATIENCE = 10_000;
  private static final int MOMENT = 200;

  private final Socket socket;

  Wires(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
  }

  Wires call(String method, JsonObject args) throws IOException {
    byte[] body = args.encode().getBytes(UTF_8);
    String head =
        "POST /bot"
            + EmulatorOptions.TOKEN
            + "/"
            + method
            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    write(head + new String(body, ISO_8859_1));
    return this;
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** Reads until the connection ends; waits long for that. */
  Seen toTheEnd() throws IOException {
    return read(PATIENCE, Integer.MAX_VALUE);
  }

  /** Reads what is there, until nothing comes for a moment. */
  Seen whatIsThere() throws IOException {
    return read(MOMENT, Integer.MAX_VALUE);
  }

  /** Reads so many bytes. */
  Seen bytes(int count) throws IOException {
    return read(PATIENCE, count);
  }

  /** Reads up to the body. */
  Seen head() throws IOException {
    Seen head = new Seen("", End.SILENT);
    while (!head.text().endsWith("\r\n\r\n")) {
      head = head.plus(bytes(1));
    }
    return head;
  }

  /** Reads one response with all of its body. */
  Seen response() throws IOException {
    Seen head = head();
    Matcher length = LENGTH.matcher(head.text());
    return length.find() ? head.plus(read(PATIENCE, Integer.parseInt(length.group(1)))) : head;
  }

  private Seen read(int patienceMillis, int most) throws IOException {
    socket.setSoTimeout(patienceMillis);
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      while (seen.size() < most) {
        int next = in.read();
        if (next < 0) {
          return new Seen(seen.toString(ISO_8859_1), End.CLOSED);
        }
        seen.write(next);
      }
      return new Seen(seen.toString(ISO_8859_1), End.SILENT);
    } catch (SocketTimeoutException silent) {
      return new Seen(seen.toString(ISO_8859_1), End.SILENT);
    } catch (SocketException reset) {
      return new Seen(seen.toString(ISO_8859_1), End.RESET);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
