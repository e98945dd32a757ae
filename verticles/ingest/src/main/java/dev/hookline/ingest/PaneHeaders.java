package dev.hookline.ingest;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Pane;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the hook script says about the pane in which its agent runs. What is not exactly in this
 * form is no pane: the values become arguments of a program.
 */
final class PaneHeaders {

  private static final String TMUX = "Hookline-Tmux";
  private static final String PANE = "Hookline-Tmux-Pane";
  private static final String COMMAND = "Hookline-Tmux-Command";

  private static final Pattern SERVER =
      Pattern.compile("(/[A-Za-z0-9/._-]{1,100}),(\\d{1,10}),\\d{1,10}");
  private static final Pattern ID = Pattern.compile("%\\d{1,10}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9./_-]{1,60}");

  private PaneHeaders() {}

  /** The pane, if one is named. */
  static Optional<Named> read(MultiMap headers) {
    Matcher server = SERVER.matcher(text(headers, TMUX));
    String id = text(headers, PANE);
    String command = text(headers, COMMAND);
    return server.matches() && ID.matcher(id).matches() && NAME.matcher(command).matches()
        ? Optional.of(new Named(server.group(1), Long.parseLong(server.group(2)), id, command))
        : Optional.empty();
  }

  private static String text(MultiMap headers, String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** A pane of whose session nothing is known yet. */
  record Named(String socket, long server, String id, String command) {

    Pane of(SessionKey session) {
      return new Pane(session, socket, server, id, command);
    }
  }
}
