package dev.hookline.ingest.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON that somebody else wrote: UTF-8 only, nested at most 64 deep, numbers and names of
 * bounded length. Of a repeated key the last value counts. Text that no store and no chat can hold
 * (NUL, half a surrogate pair) is replaced by U+FFFD, so that it fails nowhere later.
 *
 * <p>What is wrong is told by place and never by content. Stateless.
 */
public final class StrictJson {

  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = 64;

  private static final int MAX_NUMBER = 100;
  private static final int MAX_NAME = 16_384;

  // No shared tables of names: they would remember what a hostile sender makes up.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * The bytes as text.
   *
   * @throws RefusedException when they are not UTF-8
   */
  public static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) { // sent like that, or put there for bytes that mean nothing
      requireUtf8(bytes);
    }
    return text;
  }

  /**
   * The one value that the text holds: a {@code JsonObject}, a {@code JsonArray}, a string, a
   * number, a boolean or null.
   *
   * @throws RefusedException when it is no JSON, or exceeds a limit
   */
  public static Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Object value = first(parser);
      if (parser.nextToken() != null) {
        throw notJson(parser);
      }
      return value;
    } catch (IOException wrong) {
      throw refused(wrong);
    }
  }

  private static Object first(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new RefusedException(Flaw.whole("there is nothing in it: send a JSON object"));
    }
    return value(parser, 0);
  }

  private static Object value(JsonParser parser, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, deeper(depth));
      case START_ARRAY -> array(parser, deeper(depth));
      case VALUE_STRING -> storable(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw notJson(parser);
    };
  }

  private static JsonObject object(JsonParser parser, int depth) throws IOException {
    JsonObject object = new JsonObject();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = storable(parser.currentName());
      parser.nextToken();
      object.put(name, value(parser, depth));
    }
    return object;
  }

  private static JsonArray array(JsonParser parser, int depth) throws IOException {
    JsonArray array = new JsonArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, depth));
    }
    return array;
  }

  private static int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw new RefusedException(
          Flaw.whole("it is nested more than " + MAX_DEPTH + " deep: send flatter JSON"));
    }
    return depth + 1;
  }

  private static void requireUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException wrong) {
      throw new RefusedException(Flaw.whole("it is not UTF-8: send JSON in UTF-8"));
    }
  }

  private static RefusedException refused(IOException wrong) {
    if (wrong instanceof StreamConstraintsException) {
      return new RefusedException(
          Flaw.whole("a number or a name in it is too long: send shorter ones"));
    }
    if (wrong instanceof JsonProcessingException json) {
      return notJson(json.getLocation().getLineNr(), json.getLocation().getColumnNr());
    }
    throw new UncheckedIOException(wrong); // nothing is read from anywhere
  }

  private static RefusedException notJson(JsonParser parser) {
    return notJson(
        parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
  }

  private static RefusedException notJson(int line, int column) {
    return new RefusedException(
        Flaw.whole("it is not valid JSON at line " + line + ", column " + column));
  }

  private static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().map(c -> c == 0 || isHalf(c) ? '\uFFFD' : c).forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
