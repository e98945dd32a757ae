package dev.hookline.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an agent that listens is told.
 *
 * @param texts what to tell it, in order; empty when there is nothing
 * @param over whether there is nothing to wait for: its session has gone on, or it may not be told
 *     more in this way
 * @param since when it began to listen
 */
public record Heard(List<QueuedReply> texts, boolean over, Instant since) {

  public Heard {
    texts = List.copyOf(texts);
    Objects.requireNonNull(since, "since");
  }
}
