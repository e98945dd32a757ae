package dev.hookline.app.cluster;

import java.util.List;
import java.util.Set;

/**
 * Which classes may be made from what other members send.
 *
 * <p>Hazelcast's filter looks at Java serialization only. Its own formats name classes too, and
 * make an object of any class that has a constructor without parameters before they look at what it
 * is. All of them ask the class loader of the member's configuration, which is this one: it finds
 * Hazelcast's own classes and the few that the cluster needs. Every other class is refused, also
 * when it could be found elsewhere. Thread-safe.
 */
final class ClassGate extends ClassLoader {

  /** Packages of which Hazelcast sends exceptions from one member to another. */
  static final List<String> EXCEPTION_PACKAGES =
      List.of(
          "com.hazelcast.core",
          "com.hazelcast.partition",
          "com.hazelcast.splitbrainprotection",
          "com.hazelcast.spi.exception");

  /** What exceptions are made of, by Java serialization. */
  static final Set<String> EXCEPTION_CLASSES =
      Set.of(
          "[Ljava.lang.StackTraceElement;",
          "com.hazelcast.internal.cluster.impl.ClusterTopologyChangedException",
          "com.hazelcast.internal.partition.PartitionStateVersionMismatchException",
          "com.hazelcast.nio.serialization.HazelcastSerializationException",
          "java.io.IOException",
          "java.lang.ClassCastException",
          "java.lang.ClassNotFoundException",
          "java.lang.Error",
          "java.lang.Exception",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.InterruptedException",
          "java.lang.NullPointerException",
          "java.lang.ReflectiveOperationException",
          "java.lang.RuntimeException",
          "java.lang.SecurityException",
          "java.lang.StackTraceElement",
          "java.lang.Throwable",
          "java.lang.UnsupportedOperationException",
          "java.util.ArrayList",
          "java.util.Collections$EmptyList",
          "java.util.Collections$UnmodifiableCollection",
          "java.util.Collections$UnmodifiableList",
          "java.util.Collections$UnmodifiableRandomAccessList",
          "java.util.concurrent.CancellationException",
          "java.util.concurrent.ExecutionException",
          "java.util.concurrent.RejectedExecutionException",
          "java.util.concurrent.TimeoutException");

  /** What Vert.x keeps in the cluster's maps: who is there, and who listens to what. */
  private static final Set<String> VERTX =
      Set.of(
          "io.vertx.spi.cluster.hazelcast.impl.HazelcastNodeInfo",
          "io.vertx.spi.cluster.hazelcast.impl.HazelcastRegistrationInfo");

  private static final String HAZELCAST = "com.hazelcast.";

  ClassGate(ClassLoader parent) {
    super(parent);
  }

  // What is not there at all may be asked for: Hazelcast finds out so what it can use.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!open(name) && getResource(name.replace('.', '/') + ".class") != null) {
      throw new SecurityException("class " + name + " is not for members of the cluster");
    }
    return super.loadClass(name, resolve);
  }

  private static boolean open(String name) {
    return name.startsWith(HAZELCAST) || VERTX.contains(name) || EXCEPTION_CLASSES.contains(name);
  }
}
