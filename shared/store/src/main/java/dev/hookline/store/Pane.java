package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * The pane of a terminal multiplexer, tmux, in which an agent runs.
 *
 * @param session the agent's session
 * @param socket the path of the tmux server's socket
 * @param server the server's process
 * @param id the pane, which no other pane of that server ever has, such as {@code %3}
 * @param command what runs in it, as tmux says: the agent
 */
public record Pane(SessionKey session, String socket, long server, String id, String command) {

  public Pane {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(socket, "socket");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(command, "command");
  }
}
