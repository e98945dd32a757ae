package dev.hookline.emulator.world;

/** Bytes that nobody changes any more. */
public final class Bytes {

  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Takes the array over: whoever made it must not touch it again. */
  public static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  public int size() {
    return content.length;
  }

  /** A part of it. */
  public byte[] copy(int from, int to) {
    return java.util.Arrays.copyOfRange(content, from, to);
  }

  /** Everything. */
  public byte[] copy() {
    return content.clone();
  }
}
