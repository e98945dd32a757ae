package dev.hookline.emulator.door;

import dev.hookline.emulator.engine.Request;
import dev.hookline.emulator.engine.Response;

/** What came in. */
sealed interface Arrival {

  /** A call of a method. */
  record MethodCall(Request request) implements Arrival {}

  /** Somebody wants a file. */
  record Download(String token, String path) implements Arrival {}

  /** Something that is answered without a look at the world. */
  record Nonsense(Response response) implements Arrival {}
}
