package dev.hookline.app.runtime;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the classes of a verticle that is not ours: what it shares with the node, which is Vert.x,
 * what Vert.x needs, the log and {@code dev.hookline.messages}, is the node's; everything else is
 * its jar's, and of the node's other classes it sees none.
 */
final class PluginLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> SHARED =
      List.of(
          "io.vertx.",
          "io.netty.",
          "com.fasterxml.jackson.",
          "org.slf4j.",
          "dev.hookline.messages.");

  private final ClassLoader ours;

  PluginLoader(Path jar, ClassLoader ours) throws IOException {
    super(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    this.ours = ours;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      try {
        return ours.loadClass(name);
      } catch (ClassNotFoundException notOurs) {
        // a part of Vert.x that the node does without: the verticle may bring it
      }
    }
    return super.loadClass(name, resolve);
  }
}
