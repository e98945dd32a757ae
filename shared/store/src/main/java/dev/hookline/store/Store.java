package dev.hookline.store;

import io.vertx.core.Future;

/** Every port to one database, and its life. */
public interface Store {

  Events events();

  Sequences sequences();

  Topics topics();

  Chats chats();

  Outbox outbox();

  Updates updates();

  Overview overview();

  /** Completes when the database takes a write; fails with the reason when it does not. */
  Future<Void> check();

  /** Finishes what runs and closes the database. */
  Future<Void> close();
}
