package dev.hookline.emulator.fault;

import dev.hookline.emulator.engine.Behaviour;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.engine.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Lets calls be overtaken by the next one of the same chat. */
final class Reorder {

  private record Held(Exchange exchange, Runnable go) {}

  private final List<Held> held = new ArrayList<>();

  void listen(Engine engine) {
    engine.whenClosed(this::letGo);
  }

  Behaviour behaviour(Parameters parameters) {
    int millis = parameters.number("millis", 5000);
    return new Behaviour() {
      @Override
      public void before(Exchange exchange, Runnable go) {
        Held one = new Held(exchange, go);
        held.add(one);
        exchange.later(millis, () -> release(one));
      }
    };
  }

  private void letGo(Exchange closed) {
    List.copyOf(held).stream()
        .filter(one -> one.exchange() != closed && chat(one.exchange()) == chat(closed))
        .forEach(this::release);
  }

  private void release(Held one) {
    if (held.remove(one)) {
      one.go().run();
    }
  }

  private static long chat(Exchange exchange) {
    return exchange.request().args().longNumber("chat_id", 0);
  }
}
