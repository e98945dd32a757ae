package dev.hookline.ingest;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ApprovalSettled;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.Decision;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approval.State;
import dev.hookline.store.Approvals;
import dev.hookline.store.NewApproval;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents that wait for an answer on connections of this instance. What became of their
 * questions is in the store; a hint says when to look, and so does every second. Confined to the
 * event loop of its instance.
 */
final class Holding {

  /** How long the store believes that an agent waits, without further news. */
  static final Duration TRUST = Duration.ofSeconds(20);

  private static final Logger LOGGER = LoggerFactory.getLogger(Holding.class);

  private final Approvals approvals;
  private final EventBus bus;
  private final Clock clock;
  private final long chat;
  private final Map<String, Held> held = new HashMap<>();
  private final Map<SessionKey, Terminal> terminals = new HashMap<>();

  private MessageConsumer<ApprovalSettled> hints;
  private boolean stopping;

  /**
   * @param chat the chat whose messages show what became of questions
   */
  Holding(Approvals approvals, EventBus bus, Clock clock, long chat) {
    this.approvals = approvals;
    this.bus = bus;
    this.clock = clock;
    this.chat = chat;
  }

  /** Listens for hints. */
  void start() {
    hints = Addresses.APPROVAL_SETTLED.receive(bus, settled -> look(Set.of(settled.approval())));
  }

  /** Lets everybody go without an answer: who can comes back, to whichever node there is. */
  Future<Void> stop() {
    stopping = true;
    held.values().forEach(waiting -> waiting.reply().tryComplete(Reply.comeBack()));
    held.clear();
    return hints == null ? Future.succeededFuture() : hints.unregister();
  }

  /**
   * Holds an exchange whose question is in the store and whose event was accepted.
   *
   * @param id the question's id
   * @param closed completes when the agent goes away
   * @return what to answer, in the end
   */
  Future<Reply> hold(String id, Held waiting, Future<Void> closed) {
    if (stopping) {
      return Future.succeededFuture(Reply.comeBack());
    }
    Held before = held.put(id, waiting);
    if (before != null) { // the agent has come back here, and nobody listens to the older answer
      before.reply().tryComplete(Reply.done());
    }
    closed.onSuccess(ignored -> gone(id, waiting));
    look(Set.of(id));
    return waiting.reply().future();
  }

  /** A second has passed. */
  void tick() {
    look(Set.copyOf(held.keySet()));
    Set<SessionKey> sessions =
        held.values().stream().map(it -> it.asked().session()).collect(Collectors.toSet());
    terminals.keySet().retainAll(sessions);
    sessions.forEach(this::watch);
  }

  private void look(Set<String> ids) {
    List<String> ours = ids.stream().filter(held::containsKey).toList();
    if (ours.isEmpty()) {
      return;
    }
    approvals
        .keep(ours, clock.instant().plus(TRUST), clock.instant())
        .onSuccess(settled -> settled.forEach(this::settled))
        .onFailure(cause -> LOGGER.atDebug().setCause(cause).log("questions cannot be looked at"));
  }

  private void settled(Approval approval) {
    Held waiting = held.get(approval.id());
    if (waiting == null) {
      return;
    }
    if (approval.state() == State.GONE || approval.state() == State.LOST) {
      again(approval.id(), waiting); // the store had no news of us for too long, but here we are
      return;
    }
    held.remove(approval.id());
    waiting.reply().tryComplete(reply(approval, waiting));
    tellTheChat();
  }

  private void again(String id, Held waiting) {
    NewApproval asked = waiting.asked();
    approvals
        .hold(
            new NewApproval(
                id,
                asked.source(),
                asked.event(),
                asked.session(),
                asked.likeness(),
                asked.expiresAt(),
                clock.instant().plus(TRUST)),
            clock.instant())
        .onSuccess(ignored -> tellTheChat());
  }

  private Reply reply(Approval approval, Held waiting) {
    JsonObject words = approval.hasAnswer() ? words(approval, waiting) : null;
    Reply reply = words == null ? Reply.done() : Reply.json(200, words);
    return words != null || isLeft(approval)
        ? reply.whenSent(() -> approvals.taken(approval.id()))
        : reply;
  }

  /** Whether the answer is that the agent is to ask in its own way. */
  private static boolean isLeft(Approval approval) {
    return approval.hasAnswer()
        && new JsonObject(approval.answer())
            .getString("verdict")
            .equals(Decision.Verdict.ELSEWHERE.name());
  }

  // What cannot be worded for the agent is as if nobody had answered: it asks its own way then.
  private static JsonObject words(Approval approval, Held waiting) {
    try {
      return waiting.answer().to(Decision.fromJson(new JsonObject(approval.answer())));
    } catch (RuntimeException strange) {
      LOGGER
          .atError()
          .addKeyValue("session", approval.session())
          .setCause(strange)
          .log("an answer could not be worded for the agent");
      return null;
    }
  }

  private void gone(String id, Held waiting) {
    if (!held.remove(id, waiting)) {
      return;
    }
    waiting.reply().tryComplete(Reply.done());
    if (!waiting.returns()) {
      settle(id, State.GONE);
    }
  }

  private void watch(SessionKey session) {
    List<Map.Entry<String, Held>> waiting =
        held.entrySet().stream()
            .filter(it -> it.getValue().asked().session().equals(session))
            .toList();
    approvals
        .of(session)
        .compose(
            all -> {
              Terminal terminal =
                  terminals.computeIfAbsent(session, key -> new Terminal(first(all)));
              return approvals
                  .behind(session, terminal.through())
                  .onSuccess(
                      events -> {
                        terminal.sees(events);
                        all.stream()
                            .filter(question -> answered(question, waiting, terminal, all))
                            .forEach(question -> settle(question.id(), State.ELSEWHERE));
                      });
            })
        .onFailure(cause -> LOGGER.atDebug().setCause(cause).log("a session cannot be looked at"));
  }

  private static boolean answered(
      Approval question,
      List<Map.Entry<String, Held>> waiting,
      Terminal terminal,
      List<Approval> all) {
    return question.state() == State.OPEN
        && waiting.stream()
            .filter(it -> it.getKey().equals(question.id()))
            .anyMatch(
                it -> terminal.answered(question, Terminal.agent(it.getValue().event()), all));
  }

  private static long first(List<Approval> all) {
    return all.stream()
        .filter(question -> question.state() == State.OPEN && question.seq() > 0)
        .mapToLong(Approval::seq)
        .min()
        .orElse(0);
  }

  private void settle(String id, State how) {
    approvals
        .settle(id, how, clock.instant())
        .onSuccess(
            done -> {
              tellTheChat();
              look(Set.of(id));
            });
  }

  private void tellTheChat() {
    Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat));
  }
}
