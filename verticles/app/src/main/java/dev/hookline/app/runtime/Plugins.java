package dev.hookline.app.runtime;

import dev.hookline.app.runtime.Part.Shape;
import dev.hookline.app.runtime.Part.Turnover;
import io.vertx.core.Deployable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Verticles that are not the program's. */
public final class Plugins {

  private Plugins() {}

  /** The parts that the settings ask for. */
  public static List<Part> of(RuntimeOptions options) {
    return options.others().stream().map(entry -> part(entry, options.plugins())).toList();
  }

  private static Part part(VerticleOptions entry, Path directory) {
    return new Part(
        new Shape(entry.name(), entry.instances(), entry.threading(), List.of(entry, directory)),
        entry.single() ? Turnover.DRAINED : Turnover.OVERLAPPING,
        () -> kit(entry, directory));
  }

  private static Kit kit(VerticleOptions entry, Path directory) {
    ClassLoader ours = Plugins.class.getClassLoader();
    if (entry.jar().isEmpty()) {
      return kit(entry, ours, () -> {});
    }
    try {
      PluginLoader loader = new PluginLoader(directory.resolve(entry.jar()), ours);
      try {
        return kit(entry, loader, () -> close(loader));
      } catch (RuntimeException unusable) {
        close(loader);
        throw unusable;
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Kit kit(VerticleOptions entry, ClassLoader loader, Runnable close) {
    Class<? extends Deployable> type = type(entry.className(), loader);
    return new Kit(() -> make(type), loader, entry.config(), () -> {}, close);
  }

  private static Class<? extends Deployable> type(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader).asSubclass(Deployable.class);
    } catch (ClassCastException no) {
      throw new IllegalStateException(name + " is no verticle: extend VerticleBase", no);
    } catch (ClassNotFoundException | LinkageError unusable) {
      throw new IllegalStateException("the class cannot be used (" + unusable + ")", unusable);
    }
  }

  private static Deployable make(Class<? extends Deployable> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(
          type.getName() + " cannot be made by a public constructor without parameters", unusable);
    }
  }

  private static void close(PluginLoader loader) {
    try {
      loader.close();
    } catch (IOException late) {
      throw new UncheckedIOException(late);
    }
  }
}
