package dev.hookline.bus;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventsPosted;
import dev.hookline.messages.EventsTaken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/**
 * A program at the other end of a connection. Shows the token before anything else; after that
 * there are the addresses below, and none but these. What is no message ends the connection; what
 * it may not do is only refused. Confined to one event loop.
 */
final class Guest {

  /** Where the token is shown, in place of a header that not every client can send. */
  static final String AUTH = "hookline.auth";

  /** Where events are sent to. */
  static final String INGEST = "hookline.ingest";

  /** What each filter's address begins with. */
  static final String FILTERS = "hookline.filter.";

  private static final int LONGEST_OF_STRANGERS = 4096;
  private static final int MOST_REQUESTS = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PROTOCOL = 1;
  private static final JsonObject PONG = new JsonObject(Map.of("type", "pong"));

  private final House house;
  private final Wire wire;
  private final Dialect dialect;
  private final Outlet outlet;
  private final Questions questions;
  private final Listening listening;

  private boolean known;
  private int requests;
  private int ticks;

  Guest(House house, Wire wire, Dialect dialect) {
    this.house = house;
    this.wire = wire;
    this.dialect = dialect;
    this.outlet = new Outlet(wire, house.limits().maxFrame());
    this.questions = new Questions(house.vertx(), outlet, dialect, this::end);
    this.listening = new Listening(house, outlet, dialect, this);
    house.guests().came(this);
  }

  /** How long a message of its may be now, in bytes. */
  int longest() {
    return known ? house.limits().maxFrame() : LONGEST_OF_STRANGERS;
  }

  /** It has sent something. */
  void received(Buffer message) {
    if (outlet.isClosed()) {
      return;
    }
    if (message.length() > longest()) {
      junk("it is longer than " + longest() + " bytes");
      return;
    }
    try {
      if (Json.decodeValue(message) instanceof JsonObject json) {
        received(Frame.read(json));
      } else {
        junk("it is no JSON object");
      }
    } catch (DecodeException wrong) {
      junk("it is no JSON");
    } catch (IllegalArgumentException wrong) {
      junk(wrong.getMessage());
    }
  }

  /** What it has sent is no message at all: it does not speak our language. */
  void junk(String why) {
    outlet.send(dialect.error(Frame.NONE, 400, "bad message: " + why, null));
    end();
  }

  /** Asks it a question; fails when it does not answer in time. */
  Future<JsonObject> ask(String address, JsonObject question, long patienceMillis) {
    return questions.ask(address, question, patienceMillis);
  }

  /** Time passes; answers for how many ticks it has taken nothing of what waits for it. */
  int tick() {
    if (++ticks % Guests.PATIENCE == 0 && dialect.answersPings()) {
      outlet.send(PONG); // the door ends whoever takes nothing, not even this
    }
    return outlet.tick();
  }

  /** Its requests that were not answered yet. */
  int busy() {
    return requests;
  }

  /** The connection is to end. What was sent goes out before, if the program takes it. */
  void end() {
    outlet.close();
    listening.end();
    questions.end();
  }

  /** The connection has ended. */
  void gone() {
    end();
    house.guests().left(this);
  }

  private void received(Frame frame) {
    if (frame.type().equals("ping")) {
      if (dialect.answersPings()) {
        outlet.send(PONG);
      }
    } else if (!known) {
      introduce(frame);
    } else {
      switch (frame.type()) {
        case "send" -> sent(frame);
        case "register" -> listening.register(frame);
        case "unregister" -> listening.unregister(frame);
        default -> refuse(frame);
      }
    }
  }

  private void introduce(Frame frame) {
    boolean shown = AUTH.equals(frame.address()) && frame.body() instanceof JsonObject;
    Object secret = shown ? ((JsonObject) frame.body()).getValue("token") : null;
    if (secret instanceof String text && house.token().test(text)) {
      known = house.guests().admit(this);
      if (known) {
        reply(frame, new JsonObject().put("protocol", PROTOCOL));
        return;
      }
      outlet.send(dialect.error(frame, 503, "too many programs are connected", null));
    } else {
      outlet.send(dialect.error(frame, 401, "send the token to " + AUTH + " first", null));
    }
    end();
  }

  private void sent(Frame frame) {
    if (INGEST.equals(frame.address())) {
      ingest(frame);
    } else if (AUTH.equals(frame.address())) {
      reply(frame, new JsonObject().put("protocol", PROTOCOL));
    } else if (!questions.answered(frame)) {
      refuse(frame);
    }
  }

  // While it waits for so many answers, nothing more of it is read.
  private void ingest(Frame frame) {
    String body =
        frame.body() instanceof JsonObject event
            ? event.encode()
            : frame.body() instanceof JsonArray events ? events.encode() : "";
    if (++requests == MOST_REQUESTS) {
      wire.pause();
    }
    Addresses.POST_EVENTS
        .request(house.vertx().eventBus(), new EventsPosted(body), PATIENCE)
        .onSuccess(taken -> taken(frame, taken))
        .onFailure(
            lost -> outlet.send(dialect.error(frame, 503, "no answer: send the same again", null)))
        .onComplete(answered -> answered());
  }

  private void taken(Frame frame, EventsTaken taken) {
    JsonObject document = taken.document();
    if (taken.status() == 200) {
      reply(frame, document);
    } else {
      String detail = document.getString("detail", "");
      outlet.send(dialect.error(frame, taken.status(), detail, document));
    }
  }

  private void answered() {
    if (requests-- == MOST_REQUESTS && !outlet.isClosed()) {
      wire.resume();
    }
  }

  private void reply(Frame frame, JsonObject body) {
    if (frame.replyAddress() != null) {
      outlet.send(dialect.message(frame.replyAddress(), body));
    }
  }

  private void refuse(Frame frame) {
    outlet.send(dialect.error(frame, 403, "access_denied", "access_denied"));
  }
}
