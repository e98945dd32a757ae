package dev.hookline.lab.report;

import dev.hookline.lab.check.Told;
import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.run.Outcome;
import dev.hookline.lab.stage.Nemesis.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A picture of a run: how much was acknowledged and shown at each moment, who served the chat, and
 * what went wrong, one lane for each node.
 */
public final class Timeline {

  private static final int TOP = 40;
  private static final int LANE = 56;
  private static final int BAR = 11;
  private static final String SERVES = "#3a9d5d";

  private final Outcome outcome;
  private final Drawing drawing;
  private int top = TOP;

  private Timeline(Outcome outcome) {
    this.outcome = outcome;
    long last = Math.max(outcome.ended(), outcome.history().drained());
    int lanes = outcome.script().nodes() + 3;
    this.drawing = new Drawing(outcome.began(), last, TOP + lanes * LANE + 60);
  }

  /** As SVG. */
  public static String of(Outcome outcome) {
    Timeline timeline = new Timeline(outcome);
    timeline.draw();
    return timeline.drawing.svg();
  }

  private void draw() {
    drawing.title(outcome.script().name() + (outcome.isGood() ? ": no violation" : ": VIOLATED"));
    histogram(
        "acknowledged",
        outcome.history().told().stream().mapToLong(Told::acknowledged).filter(at -> at > 0),
        "#5b8def");
    histogram("shown", outcome.deliveries().stream().mapToLong(at -> at), SERVES);
    for (int node = 1; node <= outcome.script().nodes(); node++) {
      node(node);
    }
    faults(
        "store, all", outcome.deeds().stream().filter(deed -> deed.fault().node() == 0).toList());
    drawing.axis(top);
    legend();
    drawing.line(outcome.ended(), TOP, top, "the load ends");
  }

  private void histogram(String name, LongStream times, String colour) {
    drawing.label(name, top);
    drawing.histogram(times, top, LANE - 10, colour);
    top += LANE;
  }

  private void node(int number) {
    String name = "node-" + number;
    for (int i = 0; i < outcome.terms().size(); i++) {
      if (outcome.terms().get(i).node().equals(name)) {
        long end =
            i + 1 < outcome.terms().size() ? outcome.terms().get(i + 1).at() : Long.MAX_VALUE;
        drawing.bar(outcome.terms().get(i).at(), end, top + 2, 6, SERVES, "serves the chat");
      }
    }
    faults(name, outcome.deeds().stream().filter(deed -> concerns(deed.fault(), number)).toList());
  }

  // Bars that overlap get lines of their own.
  private void faults(String name, List<Deed> deeds) {
    drawing.label(name, top);
    List<Long> lines = new ArrayList<>(List.of(0L, 0L, 0L));
    for (Deed deed : deeds.stream().sorted((a, b) -> Long.compare(a.began(), b.began())).toList()) {
      int line = 0;
      while (line < lines.size() - 1 && lines.get(line) > deed.began()) {
        line++;
      }
      lines.set(line, deed.ended());
      String colour = colour(deed.fault().kind());
      int y = top + 12 + line * (BAR + 2);
      drawing.bar(deed.began(), deed.ended(), y, BAR, colour, deed.fault().label());
    }
    top += LANE;
  }

  private void legend() {
    int column = 0;
    for (Kind kind : Kind.values()) {
      drawing.key(column++, top + 28, BAR, colour(kind), Table.words(kind));
    }
    drawing.key(column, top + 28, BAR, SERVES, "serves the chat");
  }

  private static boolean concerns(Fault fault, int node) {
    return fault.node() == node || fault.other() == node;
  }

  private static String colour(Kind kind) {
    return switch (kind) {
      case KILL -> "#d64545";
      case FREEZE -> "#7a5cc0";
      case STOP -> "#8a8f98";
      case PART_NODES, PART_ALL -> "#e08a1e";
      case PART_STORE -> "#b5651d";
      case PART_TELEGRAM -> "#d1a100";
      case CRASH_STORE -> "#a11d33";
      case CLOCK -> "#3aa6b9";
    };
  }
}
