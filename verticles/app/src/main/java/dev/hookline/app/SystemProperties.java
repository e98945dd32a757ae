package dev.hookline.app;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** This process's system properties. */
final class SystemProperties {

  private SystemProperties() {}

  static Map<String, String> all() {
    Properties properties = System.getProperties();
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }
}
