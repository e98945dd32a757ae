package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a command changes in the store. Each may be made again without a further effect. */
public sealed interface Arrangement {

  /** Nothing. */
  record Nothing() implements Arrangement {}

  /**
   * How much of a session is shown from now on.
   *
   * @param verbosity empty: as much as of the chat
   */
  record ShowSession(SessionKey session, Optional<Verbosity> verbosity) implements Arrangement {}

  /**
   * How much is shown of those sessions of a chat of which nobody said it.
   *
   * @param verbosity empty: as much as the setting says
   */
  record ShowChat(long chat, Optional<Verbosity> verbosity) implements Arrangement {}

  /**
   * The session's messages make no sound.
   *
   * @param until when they do again; the epoch: now
   */
  record Silence(SessionKey session, Instant until) implements Arrangement {

    /** No end. */
    public static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
  }

  /**
   * What was written for the session's agent and waits for it, is not given to it. What is on its
   * way already cannot be taken back.
   *
   * @param places which of what was written
   * @param tooLate what to say instead when some of it was given meanwhile
   */
  record TakeBack(SessionKey session, List<Long> places, String tooLate) implements Arrangement {

    public TakeBack {
      places = List.copyOf(places);
    }
  }

  /** The session's topic has this name, and so have those that may follow it. */
  record Title(SessionKey session, String title) implements Arrangement {}
}
