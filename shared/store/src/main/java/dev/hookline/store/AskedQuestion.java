package dev.hookline.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An agent's question for people who look on.
 *
 * @param approval the question
 * @param sessionName what its session is called; empty while it has no topic
 * @param tool the tool that it is about; empty when that is not known
 * @param expiresAt when nobody has to answer any more
 * @param shown how its message looked when it was sent, as JSON whose {@code words} are its text;
 *     empty before
 * @param settledName the name of the Telegram user who decided; empty when none did
 * @param messages what shows it
 */
public record AskedQuestion(
    Approval approval,
    String sessionName,
    String tool,
    Instant expiresAt,
    String shown,
    String settledName,
    List<SentMessage> messages) {

  public AskedQuestion {
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(sessionName, "sessionName");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(shown, "shown");
    Objects.requireNonNull(settledName, "settledName");
    messages = List.copyOf(messages);
  }
}
