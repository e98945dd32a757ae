package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is known of a run after its end.
 *
 * @param told every event that was sent
 * @param shown every message, deleted ones too, by their ids
 * @param topics every topic that the bot made
 * @param stored marks of all events that the store holds
 * @param uncertain marks of events of which the store says that they may be shown twice
 * @param answersMayBeLost whether anything was done that can lose an answer of Telegram
 * @param inputs what people gave for agents
 * @param healed when the last fault was over, in milliseconds of the epoch
 * @param drained when everything acknowledged was first seen to be shown; 0 when it never was
 */
public record History(
    List<Told> told,
    List<Shown> shown,
    List<ForumTopic> topics,
    Set<String> stored,
    Set<String> uncertain,
    boolean answersMayBeLost,
    List<Input> inputs,
    long healed,
    long drained) {

  public History {
    told = List.copyOf(told);
    shown = List.copyOf(shown);
    topics = List.copyOf(topics);
    stored = Set.copyOf(stored);
    uncertain = Set.copyOf(uncertain);
    inputs = List.copyOf(inputs);
  }

  /** Events by their marks. */
  Map<String, Told> byMark() {
    return told.stream().collect(Collectors.toMap(Told::mark, event -> event));
  }

  /** Messages that were not taken back. */
  List<Shown> visible() {
    return shown.stream().filter(message -> !message.deleted()).toList();
  }
}
