package dev.hookline.ingest.read;

/** An input that cannot be taken; its flaw is for the sender to see. */
public final class RefusedException extends RuntimeException {

  private final transient Flaw flaw;

  public RefusedException(Flaw flaw) {
    super(flaw.detailForLogs(), null, false, false); // thrown at every bad line: no stack trace
    this.flaw = flaw;
  }

  /** What is wrong. */
  public Flaw flaw() {
    return flaw;
  }
}
