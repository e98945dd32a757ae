package dev.hookline.lab.load;

import dev.hookline.lab.check.Told;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The sessions that tell at the moment. On one event loop. */
final class Crowd {

  private static final long AGAIN_MILLIS = 50; // longer each time, up to
  private static final long MOST_AGAIN_MILLIS = 500;

  private final Vertx vertx;
  private final LoadOptions options;
  private final Doors doors;
  private final Clock clock;
  private final List<Speaker> speakers = new ArrayList<>();
  private final List<Telling> tellings = new ArrayList<>();
  private final List<Long> latencies = new ArrayList<>();
  private int sessions;
  private int next;
  private int underWay;
  private double due;
  private boolean over;

  /** One who tells a tale after the other. */
  private static final class Speaker {
    private Tale tale;
    private int underWay;
  }

  Crowd(Vertx vertx, LoadOptions options, Doors doors, Clock clock) {
    this.vertx = vertx;
    this.options = options;
    this.doors = doors;
    this.clock = clock;
    for (int count = 0; count < options.sessions(); count++) {
      speakers.add(new Speaker());
    }
  }

  /** So many more events may be told, fractions count. What nobody could tell is not caught up. */
  void tick(double more) {
    due = Math.min(due + more, 2 * more + 1);
    for (int tried = 0; due >= 1 && tried < speakers.size(); tried++) {
      Speaker speaker = speakers.get(next++ % speakers.size());
      if (speaker.underWay < options.window() && hasTale(speaker)) {
        due--;
        tried = -1;
        tell(speaker);
      }
    }
  }

  /** Sends nothing any more, not even what is under way. */
  void stop() {
    over = true;
  }

  int underWay() {
    return underWay;
  }

  int sessions() {
    return sessions;
  }

  List<Told> told() {
    return tellings.stream().map(Telling::told).toList();
  }

  List<Long> latencies() {
    return latencies;
  }

  private boolean hasTale(Speaker speaker) {
    if (speaker.tale != null && !speaker.tale.isOver()) {
      return true;
    }
    if (options.most() > 0 && sessions == options.most()) {
      return false;
    }
    speaker.tale = new Tale("s" + ++sessions, options.length(), options.shown());
    return true;
  }

  private void tell(Speaker speaker) {
    boolean first = speaker.tale.isNew();
    Telling event = speaker.tale.next();
    tellings.add(event);
    underWay++;
    speaker.underWay++;
    int copies = first ? doors.count() : 1;
    for (int copy = 0; copy < copies; copy++) {
      send(speaker, event, event.number() + copy);
    }
  }

  private void send(Speaker speaker, Telling event, long door) {
    if (over || event.isAcknowledged()) {
      return;
    }
    event.tried(clock.millis());
    doors
        .post(event, door, clock.millis())
        .onSuccess(
            taken -> {
              if (taken) {
                taken(speaker, event);
              } else {
                vertx.setTimer(pause(event), ignored -> send(speaker, event, door + 1));
              }
            });
  }

  private static long pause(Telling event) {
    return Math.min(MOST_AGAIN_MILLIS, AGAIN_MILLIS * event.tries());
  }

  private void taken(Speaker speaker, Telling event) {
    long millis = event.acknowledged(clock.millis());
    if (millis >= 0) {
      latencies.add(millis);
      underWay--;
      speaker.underWay--;
    }
  }
}
