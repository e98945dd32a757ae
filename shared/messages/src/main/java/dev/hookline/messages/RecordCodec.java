package dev.hookline.messages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/**
 * Carries one immutable record type over the event bus as length-prefixed, versioned JSON.
 *
 * <p>Unknown fields are ignored and an unknown version is refused, so that nodes one release apart
 * can share a cluster. Thread-safe.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> implements MessageCodec<T, T> {

  private static final String VERSION_FIELD = "v";

  private final Class<T> type;
  private final String name;
  private final int version;
  private final Function<T, JsonObject> writer;
  private final Function<JsonObject, T> reader;

  /**
   * @param type the record's class
   * @param name the codec's name on the wire: a contract between nodes, never derived from code
   * @param version the wire form's version
   * @param writer record to JSON
   * @param reader JSON to record
   */
  public RecordCodec(
      Class<T> type,
      String name,
      int version,
      Function<T, JsonObject> writer,
      Function<JsonObject, T> reader) {
    this.type = type;
    this.name = name;
    this.version = version;
    this.writer = writer;
    this.reader = reader;
  }

  /** The record that this codec carries. */
  public Class<T> type() {
    return type;
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    Buffer json = writer.apply(message).put(VERSION_FIELD, version).toBuffer();
    buffer.appendInt(json.length()).appendBuffer(json);
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    int start = position + Integer.BYTES;
    JsonObject json = new JsonObject(buffer.slice(start, start + buffer.getInt(position)));
    int received = json.getInteger(VERSION_FIELD, 0);
    if (received != version) {
      throw new UndecodableMessageException(
          name + " version " + received + ", this node reads " + version);
    }
    return reader.apply(json);
  }

  @Override
  public T transform(T message) {
    return message; // a record of immutable parts is safe to share inside one JVM
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
