package dev.hookline.app.runtime;

import dev.hookline.config.Settings;
import io.vertx.core.ThreadingModel;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One entry of the list {@code verticles}.
 *
 * @param name unique in the node; a room of the program, or a name for another verticle
 * @param className the class of another verticle; empty for a room
 * @param jar the file in {@code pluginDir} that holds the class; empty: the program's own class
 *     path
 * @param instances how many to run; 0: none
 * @param threading on what it runs
 * @param single whether an old one has to end before a new one starts
 * @param config what the verticle is told; not to be changed
 */
public record VerticleOptions(
    String name,
    String className,
    String jar,
    int instances,
    ThreadingModel threading,
    boolean single,
    JsonObject config) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern JAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.jar");
  private static final Pattern CLASS = Pattern.compile("\\p{Alpha}[\\w$]*(\\.\\p{Alpha}[\\w$]*)*");
  private static final List<String> THREADING = List.of("event-loop", "worker", "virtual-thread");
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  public VerticleOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(jar, "jar");
    Objects.requireNonNull(threading, "threading");
    Objects.requireNonNull(config, "config");
  }

  /** Reads an entry; what is wrong with it is noted there. */
  static VerticleOptions from(Settings entry) {
    VerticleOptions options =
        new VerticleOptions(
            entry.text("name", ""),
            entry.text("class", ""),
            entry.text("jar", ""),
            entry.integer("instances", 1, 0, 64),
            threading(entry),
            entry.flag("single", false),
            entry.object("config"));
    if (!NAME.matcher(options.name).matches()) {
      entry.problem("name", options.name, "write small letters, digits and dashes, at most 40");
    }
    if (options.isRoom()) {
      options.checkRoom(entry);
    } else {
      options.checkOther(entry);
    }
    return options;
  }

  /** Whether it is a room of the program. */
  boolean isRoom() {
    return RuntimeOptions.ROOMS.contains(name);
  }

  /** Whether it names a jar, and rightly. */
  boolean namesJar() {
    return JAR.matcher(jar).matches();
  }

  private void checkRoom(Settings entry) {
    VerticleOptions nothingElse =
        new VerticleOptions(
            name, "", "", instances, ThreadingModel.EVENT_LOOP, false, new JsonObject());
    if (!equals(nothingElse)) {
      entry.problem(
          "name",
          name,
          "leave only instances beside it, as it is a room of the program with settings of its own;"
              + " or choose another name");
    }
    if (RuntimeOptions.SINGLE_ROOMS.contains(name) && instances > 1) {
      entry.problem("instances", String.valueOf(instances), "write 0 or 1: there may be only one");
    }
  }

  private void checkOther(Settings entry) {
    if (!CLASS.matcher(className).matches()) {
      entry.problem(
          "class",
          className,
          "write the full name of a class; without one, name must be one of "
              + String.join(", ", RuntimeOptions.ROOMS));
    }
    if (!jar.isEmpty() && !namesJar()) {
      entry.problem("jar", jar, "write the name of a file in pluginDir, such as errors-1.0.jar");
    }
  }

  private static ThreadingModel threading(Settings entry) {
    String word = entry.choice("threading", THREADING.get(0), THREADING);
    ThreadingModel model =
        switch (word) {
          case "worker" -> ThreadingModel.WORKER;
          case "virtual-thread" -> ThreadingModel.VIRTUAL_THREAD;
          default -> ThreadingModel.EVENT_LOOP;
        };
    if (model == ThreadingModel.VIRTUAL_THREAD
        && Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
      entry.problem(
          "threading", word, "run Hookline with Java 21 or newer, or write event-loop or worker");
    }
    return model;
  }
}
