package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Clock;

/** Every port to one database, and its life. */
public interface Store {

  Events events();

  Sequences sequences();

  Topics topics();

  Chats chats();

  Outbox outbox();

  Parked parked();

  Hushed hushed();

  Wholes wholes();

  Updates updates();

  Approvals approvals();

  Replies replies();

  Panes panes();

  Errands errands();

  Overview overview();

  Timelines timelines();

  Retention retention();

  Journal journal();

  /**
   * The time that all nodes at this store share: what is written there and compared there comes
   * from this clock. It may jump as the database's does, but not as this node's does.
   */
  Clock clock();

  /** Completes when the database takes a write; fails with the reason when it does not. */
  Future<Void> check();

  /** Finishes what runs and closes the database. */
  Future<Void> close();
}
