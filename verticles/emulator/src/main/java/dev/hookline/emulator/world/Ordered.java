package dev.hookline.emulator.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that cannot be changed and keep their order, so that the same seed gives the same bytes. */
public final class Ordered {

  private Ordered() {}

  public static <K, V> Map<K, V> copy(Map<? extends K, ? extends V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
