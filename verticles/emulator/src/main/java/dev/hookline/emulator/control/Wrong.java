package dev.hookline.emulator.control;

/** A request of the control port that cannot be done; the message says why. */
public final class Wrong extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  private Wrong(int status, String detail) {
    super(detail);
    this.status = status;
  }

  /** It makes no sense. */
  public static Wrong request(String detail) {
    return new Wrong(400, detail);
  }

  /** What it is about is not there. */
  public static Wrong missing(String detail) {
    return new Wrong(404, detail);
  }

  /** It cannot be done as things are. */
  public static Wrong now(String detail) {
    return new Wrong(409, detail);
  }

  public int status() {
    return status;
  }
}
