package dev.hookline.ingest;

import dev.hookline.ingest.hook.Hearing;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.ReplyWaiting;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Heard;
import dev.hookline.store.Listener;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Replies;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents that can be told what somebody wrote to them, on connections of this instance. What
 * waits for them is in the store; a hint says when to look, and so does every second. Confined to
 * the event loop of its instance.
 */
final class Listening {

  private static final Logger LOGGER = LoggerFactory.getLogger(Listening.class);
  private static final int MOST_UNTOLD = 1_000;

  private final Replies replies;
  private final Acceptance acceptance;
  private final Typing typing;
  private final EventBus bus;
  private final Supplier<String> ids;
  private final Clock clock;
  private final long chat;
  private final Duration patience;
  private final Set<Ear> ears = new LinkedHashSet<>();
  private final Expected expected = new Expected();
  private final Deque<Listener> untold = new ArrayDeque<>(); // delivered, and not in the store

  private MessageConsumer<ReplyWaiting> hints;
  private boolean stopping;

  /**
   * @param typing gets to know where agents run
   * @param chat the chat whose messages show what became of texts
   * @param ids makes up ids that are unique everywhere
   * @param patience how long an agent that is done waits for a text
   */
  Listening(
      Replies replies,
      Acceptance acceptance,
      Typing typing,
      EventBus bus,
      Supplier<String> ids,
      Clock clock,
      long chat,
      Duration patience) {
    this.replies = replies;
    this.acceptance = acceptance;
    this.typing = typing;
    this.bus = bus;
    this.ids = ids;
    this.clock = clock;
    this.chat = chat;
    this.patience = patience;
  }

  /** Listens for hints. */
  void start() {
    hints = Addresses.REPLY_WAITING.receive(bus, waiting -> hinted(waiting.session()));
  }

  /** Lets everybody go without a text: who can comes back, to whichever node there is. */
  Future<Void> stop() {
    stopping = true;
    ears.forEach(ear -> ear.reply().tryComplete(letGo(ear)));
    ears.clear();
    return hints == null ? Future.succeededFuture() : hints.unregister();
  }

  /**
   * Takes in what an agent tells, and answers with what waits for it. Who is patient waits for it.
   *
   * @param events what was read from the hook
   * @return what to answer, in the end
   */
  Future<Reply> listen(Hearing hearing, List<NewEvent> events, Sender sender) {
    return acceptance
        .accept(events)
        .compose(
            ignored ->
                sender.waiting() == Waiting.LATER || events.isEmpty()
                    ? Future.succeededFuture(expected.answer(events))
                    : hear(hearing, events, sender));
  }

  /** Takes in what an agent tells that cannot be told anything now. */
  Future<Reply> accept(List<NewEvent> events, Sender sender) {
    return acceptance
        .accept(events)
        .map(ignored -> sender.waiting().asksLater() ? expected.answer(events) : Reply.done());
  }

  private Future<Reply> hear(Hearing hearing, List<NewEvent> events, Sender sender) {
    Ear ear = ear(hearing, events, sender);
    sender.pane().ifPresent(pane -> typing.report(pane, ear.listener().session()));
    return isPatient(ear)
        .compose(
            patient -> {
              ear.patient(patient);
              return hear(ear, sender.closed());
            });
  }

  // The look that follows sees that the store is away.
  private Future<Boolean> isPatient(Ear ear) {
    return ear.patient()
        ? replies.goesOnByItself(ear.listener()).map(goesOn -> !goesOn).otherwise(true)
        : Future.succeededFuture(false);
  }

  private Ear ear(Hearing hearing, List<NewEvent> events, Sender sender) {
    String firing = sender.firing().id();
    HookEvent last = events.get(events.size() - 1).event();
    Listener listener =
        new Listener(
            last.session(),
            last.source(),
            last.id(),
            firing == null ? ids.get() : firing,
            hearing.way(),
            hearing.goesOn(),
            hearing.most());
    boolean patient = sender.waiting().isPatient() && hearing.way() == Listener.Way.STOP;
    return new Ear(hearing, listener, sender.returns(), patient);
  }

  private Future<Reply> hear(Ear ear, Future<Void> closed) {
    if (stopping) {
      return Future.succeededFuture(letGo(ear));
    }
    ears.add(ear);
    closed.onSuccess(ignored -> finish(ear, Reply.done()));
    look(ear);
    return ear.reply().future();
  }

  /** A second has passed. */
  void tick() {
    List.copyOf(ears).forEach(this::look);
    Listener delivered = untold.poll();
    if (delivered != null) {
      tellTheStore(delivered);
    }
  }

  private void hinted(SessionKey session) {
    expected.add(session);
    List<Ear> concerned = new ArrayList<>(ears);
    concerned.removeIf(ear -> !ear.listener().session().equals(session));
    concerned.forEach(this::look);
  }

  private void look(Ear ear) {
    if (ear.looks()) {
      replies
          .hear(ear.listener(), clock.instant())
          .onSuccess(heard -> heard(ear, heard))
          .onFailure(cause -> failed(ear, cause));
    }
  }

  private void heard(Ear ear, Heard heard) {
    expected.remove(ear.listener().session());
    boolean again = ear.looked();
    if (!heard.texts().isEmpty()) {
      tell(ear, heard);
    } else if (heard.over() || !ear.patient() || outOfPatience(ear, heard)) {
      finish(ear, Reply.done());
    } else if (again && ears.contains(ear)) {
      look(ear);
    }
  }

  private void tell(Ear ear, Heard heard) {
    Listener listener = ear.listener();
    Reply told = ear.told(heard.texts()).whenSent(() -> tellTheStore(listener));
    boolean gone = !finish(ear, told); // and nothing was written
    if (gone && !ear.returns()) { // who returns may be asking another node for it already
      replies.release(listener.session(), listener.exchange());
    }
  }

  private boolean outOfPatience(Ear ear, Heard heard) {
    return !clock.instant().isBefore(heard.since().plus(ear.patience(patience)));
  }

  // While the store is away, an agent is not kept from its terminal.
  private void failed(Ear ear, Throwable cause) {
    ear.looked();
    LOGGER.atDebug().setCause(cause).log("what waits for an agent cannot be looked up");
    finish(ear, letGo(ear));
  }

  private void tellTheStore(Listener delivered) {
    replies
        .delivered(delivered.session(), delivered.exchange())
        .onSuccess(ignored -> Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat)))
        .onFailure(ignored -> later(delivered));
  }

  private void later(Listener delivered) {
    if (untold.size() < MOST_UNTOLD) {
      untold.add(delivered);
    }
  }

  private boolean finish(Ear ear, Reply reply) {
    return ears.remove(ear) && ear.reply().tryComplete(reply);
  }

  private static Reply letGo(Ear ear) {
    return ear.returns() ? Reply.comeBack() : Reply.done();
  }
}
