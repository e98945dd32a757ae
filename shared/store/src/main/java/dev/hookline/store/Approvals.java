package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Agents' questions, each with one exchange that waits for its answer. Whatever happens at once, a
 * question is settled once: by a person in the chat, where the agent runs, or by time.
 */
public interface Approvals {

  // --- For who holds the agent's connection

  /**
   * The agent waits, for the first time or again. To be called before its event is stored, so that
   * the event is never shown without what can be pressed.
   */
  Future<Approval> hold(NewApproval asked, Instant now);

  /**
   * The agents of these questions still wait.
   *
   * @param heldUntil how long to believe that without further news
   * @return those of them that are settled
   */
  Future<List<Approval>> keep(Collection<String> ids, Instant heldUntil, Instant now);

  /** An open question is over without an answer from the chat; answers whether it was open. */
  Future<Boolean> settle(String id, Approval.State how, Instant now);

  /** The agent has got its answer. */
  Future<Void> taken(String id);

  /** The latest questions of a session, in their order. */
  Future<List<Approval>> of(SessionKey session);

  /**
   * What happened in a session behind a place of arrival and may show that a question was answered
   * where the agent runs: tools that ended, turns, prompts, and what is kept without being shown.
   */
  Future<List<PlacedEvent>> behind(SessionKey session, long seq);

  // --- For who shows them

  /**
   * Prepares the message of the entry that shows an event: what can be pressed under it gets ids.
   * May be repeated, and gives the same ids then.
   *
   * @param shown how the message looks, for whoever changes it later
   * @return empty when nobody ever waited for an answer to this event
   */
  Future<Optional<ShownApproval>> offer(
      ChatLease lease, OutboxEntry entry, HookEvent event, String shown, Buttons buttons);

  /** The question under whose message a button was pressed, or whose message was replied to. */
  Future<Optional<ShownApproval>> pressed(Press press);

  /**
   * A person decides. The press is looked at once more in the same transaction: the question must
   * be open, its time not be over, the button its own and under the message that shows it.
   *
   * @param version of the question that the decision is about
   * @return whether it took effect; it does at most once
   */
  Future<Boolean> answer(Press press, long version, String answer, Instant now);

  /** The same for a choice that does not settle the question yet. */
  Future<Boolean> pick(Press press, long version, String picks, Instant now);

  /** A press that has no effect is remembered too. */
  Future<Void> refused(Press press, String why, Instant now);

  /** Settles what nobody holds any more, and what is out of time. */
  Future<Void> clear(Instant now);

  /** Questions of the chat whose message does not show what became of them, oldest first. */
  Future<List<ShownApproval>> outdated(ChatLease lease, int limit);

  /** Nobody knows how the message that shows an event looks now. */
  Future<Void> outdate(ChatLease lease, HookEvent event);

  /** The message shows the question as it was at this version. */
  Future<Void> shown(ChatLease lease, String id, long version);
}
