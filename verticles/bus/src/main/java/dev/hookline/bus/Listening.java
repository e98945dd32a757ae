package dev.hookline.bus;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.PlacedEvent;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one program listens to. Confined to one event loop. */
final class Listening {

  private static final String EVENTS = "hookline.events.";
  private static final String SESSIONS = "hookline.sessions";
  private static final String APPROVALS = "hookline.approvals";

  private final House house;
  private final Outlet outlet;
  private final Dialect dialect;
  private final Guest guest;
  private final Turns turns = new Turns();
  private final Map<String, Registration> registrations = new HashMap<>();

  Listening(House house, Outlet outlet, Dialect dialect, Guest guest) {
    this.house = house;
    this.outlet = outlet;
    this.dialect = dialect;
    this.guest = guest;
  }

  /**
   * It wants to listen. Answered, where an answer is wanted, when nothing can be missed any more.
   */
  void register(Frame frame) {
    String address = String.valueOf(frame.address());
    if (registrations.containsKey(address)) {
      refuse(frame, "address_already_registered");
    } else if (registrations.size() >= house.limits().maxRegistrations()) {
      refuse(frame, "max_registrations_reached");
    } else if (address.startsWith(EVENTS)) {
      session(address).ifPresentOrElse(key -> follow(frame, key), () -> denied(frame));
    } else {
      registration(address)
          .ifPresentOrElse(made -> registered(frame, made, new JsonObject()), () -> denied(frame));
    }
  }

  /** It wants to listen no more. */
  void unregister(Frame frame) {
    Registration ended = registrations.remove(String.valueOf(frame.address()));
    if (ended == null) {
      refuse(frame, "unknown_address");
    } else {
      ended.end();
    }
  }

  /** It listens to nothing any more. */
  void end() {
    List.copyOf(registrations.values()).forEach(Registration::end);
    registrations.clear();
  }

  private Optional<Registration> registration(String address) {
    if (address.equals(SESSIONS)) {
      return Optional.of(house.sessions().listen(news -> tell(address, news)));
    }
    if (address.equals(APPROVALS)) {
      return Optional.of(house.approvals().listen(news -> tell(address, news)));
    }
    if (dialect == Dialect.TCP && address.startsWith(Guest.FILTERS)) { // web pages filter nothing
      String filter = address.substring(Guest.FILTERS.length());
      return house.filters().knows(filter)
          ? Optional.of(house.filters().provide(filter, guest))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private void follow(Frame frame, SessionKey session) {
    String address = frame.address();
    Registration looking = () -> {};
    registrations.put(address, looking); // so that it is not registered twice meanwhile
    Future<Long> after =
        frame.after() == null
            ? house.journal().last(session)
            : Future.succeededFuture(frame.after());
    after
        .onSuccess(
            from -> {
              if (registrations.get(address) == looking) {
                registrations.remove(address);
                registered(
                    frame, follow(address, session, from), new JsonObject().put("after", from));
              }
            })
        .onFailure(
            storeIsAway -> {
              registrations.remove(address, looking);
              refuse(frame, "store_unavailable");
            });
  }

  private Registration follow(String address, SessionKey session, long after) {
    Tail tail = new Tail(session, house.journal(), after, events -> tell(address, events));
    Registration followed = house.followers().follow(session, () -> turns.wake(tail));
    turns.wake(tail);
    return () -> {
      followed.end();
      tail.end();
      turns.leave(tail);
    };
  }

  private void registered(Frame frame, Registration made, JsonObject answer) {
    registrations.put(frame.address(), made);
    if (frame.replyAddress() != null) {
      outlet.send(dialect.message(frame.replyAddress(), answer));
    }
  }

  private Future<Void> tell(String address, List<PlacedEvent> events) {
    return Future.all(
            events.stream()
                .map(event -> outlet.send(dialect.message(address, Forms.event(event))))
                .toList())
        .mapEmpty();
  }

  private void tell(String address, JsonObject news) {
    outlet.send(dialect.message(address, news));
  }

  private static Optional<SessionKey> session(String address) {
    try {
      return Optional.of(new SessionKey(address.substring(EVENTS.length())));
    } catch (IllegalArgumentException noSession) {
      return Optional.empty();
    }
  }

  private void denied(Frame frame) {
    refuse(frame, "access_denied");
  }

  private void refuse(Frame frame, String why) {
    outlet.send(dialect.error(frame, 403, why, why));
  }
}
