package dev.hookline.ingest;

import dev.hookline.ingest.hook.Hearing;
import dev.hookline.store.Listener;
import dev.hookline.store.QueuedReply;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** An agent that can be told something on a connection of ours. Confined to one event loop. */
final class Ear {

  private final Hearing hearing;
  private final Listener listener;
  private final boolean returns;
  private final Promise<Reply> reply = Promise.promise();

  private boolean patient;
  private boolean looking;
  private boolean again;

  /**
   * @param returns whether it comes back with the same name when its connection breaks
   * @param patient whether it waits for what is not there yet
   */
  Ear(Hearing hearing, Listener listener, boolean returns, boolean patient) {
    this.hearing = hearing;
    this.listener = listener;
    this.returns = returns;
    this.patient = patient;
  }

  Listener listener() {
    return listener;
  }

  boolean returns() {
    return returns;
  }

  boolean patient() {
    return patient;
  }

  void patient(boolean waits) {
    patient = waits;
  }

  /** For how long it waits. */
  Duration patience(Duration usual) {
    return hearing.patience() == null ? usual : hearing.patience();
  }

  /** What is answered in the end. */
  Promise<Reply> reply() {
    return reply;
  }

  /** What to answer when there is something. */
  Reply told(List<QueuedReply> texts) {
    String all = texts.stream().map(QueuedReply::text).collect(Collectors.joining("\n\n"));
    return Reply.json(200, hearing.answer().apply(all));
  }

  /** A look begins; not when one is under way, and then there is another behind it. */
  boolean looks() {
    again = looking;
    boolean first = !looking;
    looking = true;
    return first;
  }

  /** The look is over; answers whether another was asked for meanwhile. */
  boolean looked() {
    looking = false;
    return again;
  }
}
