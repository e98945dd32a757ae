package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is needed to put a session's new events in order.
 *
 * @param session the session
 * @param chat the chat that shows it
 * @param nextPosition the position of the next outbox entry
 * @param fresh events without a place; numbered ones by source and sequence number, then unnumbered
 *     ones by arrival; at most some hundred of each
 * @param startedTools of the tool-use ids in {@code fresh}, those whose start has its place
 * @param finishedTools of the tool-use ids in {@code fresh}, those whose result or error has its
 *     place
 * @param lastAnswers the last few placed answers, oldest first, pieces as they came
 * @param sources progress of each source that numbers its events
 */
public record SessionView(
    SessionKey session,
    long chat,
    long nextPosition,
    List<FreshEvent> fresh,
    Set<String> startedTools,
    Set<String> finishedTools,
    List<HookEvent> lastAnswers,
    Map<String, SourceProgress> sources) {

  public SessionView {
    fresh = List.copyOf(fresh);
    startedTools = Set.copyOf(startedTools);
    finishedTools = Set.copyOf(finishedTools);
    lastAnswers = List.copyOf(lastAnswers);
    sources = Map.copyOf(sources);
  }
}
