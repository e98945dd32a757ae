package dev.hookline.app.care;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/** A conversation with a person. */
final class Terminal {

  /** The person has gone. */
  static final class LeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeftException() {
      super("left", null, false, false);
    }
  }

  private final PrintWriter out;
  private final BufferedReader in;
  private final Console console;

  private Terminal(PrintWriter out, BufferedReader in, Console console) {
    this.out = out;
    this.in = in;
    this.console = console;
  }

  /** That of this process. */
  static Terminal of(PrintWriter out) {
    return new Terminal(
        out,
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.console());
  }

  PrintWriter out() {
    return out;
  }

  void say(String words) {
    out.println(words);
    out.flush();
  }

  /**
   * Asks for a line.
   *
   * @throws LeftException when there is none, or it is {@code q}
   */
  String ask(String question) {
    prompt(question);
    return given(console == null ? line() : console.readLine());
  }

  /** The same, for what nobody may see; it is not shown while it is typed. */
  String askSecretly(String question) {
    prompt(question);
    if (console == null) {
      return given(line());
    }
    char[] typed = console.readPassword();
    return given(typed == null ? null : new String(typed));
  }

  /** Asks yes or no; just Enter is yes. */
  boolean agrees(String question) {
    return !ask(question + " [Y/n] ").toLowerCase(Locale.ROOT).startsWith("n");
  }

  private void prompt(String question) {
    out.print(question);
    out.flush();
  }

  private static String given(String line) {
    if (line == null || line.strip().equals("q")) {
      throw new LeftException();
    }
    return line.strip();
  }

  private String line() {
    try {
      return in.readLine();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
