package dev.hookline.emulator.stage;

import dev.hookline.emulator.world.Update;
import java.util.List;

/** Somebody who waits for a bot's updates. Is told exactly once. */
public interface Poller {

  void told(List<Update> updates);

  void refused(int code, String description);
}
