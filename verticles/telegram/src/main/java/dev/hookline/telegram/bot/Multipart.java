package dev.hookline.telegram.bot;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A multipart/form-data body. Names and file names are ours; quotes and line ends are taken out.
 */
final class Multipart {

  private static final String DASHES = "--";
  private static final String LINE = "\r\n";

  private final String boundary;
  private final Buffer body = Buffer.buffer();

  /**
   * @param content what the body will carry as a file: the boundary is chosen not to occur in it
   */
  Multipart(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int number = Arrays.hashCode(content);
    while (text.contains(boundary(number))) {
      number++;
    }
    this.boundary = boundary(number);
  }

  /** Adds a field; a null value adds nothing. */
  Multipart field(String name, Object value) {
    if (value != null) {
      head("name=\"" + safe(name) + "\"").appendString(LINE).appendString(value + LINE);
    }
    return this;
  }

  /** Adds a file. */
  Multipart file(String name, String fileName, byte[] content) {
    head("name=\"" + safe(name) + "\"; filename=\"" + safe(fileName) + "\"")
        .appendString("Content-Type: application/octet-stream" + LINE + LINE)
        .appendBytes(content)
        .appendString(LINE);
    return this;
  }

  /** The whole body. */
  Buffer end() {
    return body.copy().appendString(DASHES + boundary + DASHES + LINE);
  }

  /** The value of the content-type header. */
  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  private Buffer head(String disposition) {
    return body.appendString(DASHES + boundary + LINE)
        .appendString("Content-Disposition: form-data; " + disposition + LINE);
  }

  private static String boundary(int number) {
    return "hookline-" + Integer.toHexString(number);
  }

  private static String safe(String name) {
    return name.replaceAll("[\"\\r\\n\\\\]", "_");
  }
}
