package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.deploy.Pod;
import dev.hookline.app.deploy.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The nodes of an overlay, as many as it says, with names and addresses and a service before them,
 * kept as Kubernetes keeps a StatefulSet. Each pod has an address of its own on the loopback, and
 * its successor another one.
 */
final class PodSet implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String DNS = "hookline-nodes.hookline.svc.cluster.local";
  private static final int STOPPED = 143; // by SIGTERM
  private static final Pattern NODES = Pattern.compile("logger=MemberWatch .*nodes=\"(\\d+)\"");

  /** So long a sender may go on to call a pod that is going: less than its preStop hook waits. */
  private static final Executor HEARD = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

  private final Site site;
  private final Path directory;
  private final String network;
  private final List<Pod> pods = new ArrayList<>();
  private final List<Http> doors = new ArrayList<>();
  private final ReadyNodes service = new ReadyNodes();
  private int started;

  PodSet(Site site, Path directory) throws IOException {
    this.site = site;
    this.directory = Files.createDirectory(directory);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    this.network = "127.%d.%d.".formatted(random.nextInt(1, 255), random.nextInt(256));
  }

  /** Starts all of them at once; returns when they are ready and have found one another. */
  void start() {
    int replicas = site.manifests().the("StatefulSet", "hookline").at("/spec/replicas").asInt();
    for (int pod = 0; pod < replicas; pod++) {
      pods.add(create());
    }
    for (Pod pod : pods) {
      doors.add(ready(pod));
    }
    doors.forEach(service::add);
    awaitOneCluster();
  }

  /** Where senders call. */
  ReadyNodes service() {
    return service;
  }

  /** Where other members find them. */
  String members() {
    return pods.stream().map(Pod::address).collect(Collectors.joining(","));
  }

  /** An address beside theirs that no pod has had. */
  String freeAddress() {
    return network + (++started + 1);
  }

  /** Replaces one after the other, the last one first, each when its successor is ready. */
  void replaceOneByOne() throws InterruptedException {
    for (int pod = pods.size() - 1; pod >= 0; pod--) {
      Http door = doors.get(pod);
      HEARD.execute(() -> service.remove(door));
      Pod old = pods.get(pod);
      assertThat(old.stop()).as(old.log()).isEqualTo(STOPPED);
      pods.set(pod, create());
      doors.set(pod, ready(pods.get(pod)));
      service.add(doors.get(pod));
      awaitOneCluster();
    }
  }

  @Override
  public void close() {
    pods.forEach(Pod::close);
  }

  private Pod create() {
    String address = freeAddress();
    try {
      name(address);
      return Pod.start(site, directory.resolve(String.valueOf(started)), address);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  // Ready or not: the headless service publishes both.
  private void name(String newcomer) throws IOException {
    StringBuilder hosts = new StringBuilder("127.0.0.1 localhost hookline-db-rw\n");
    pods.stream()
        .filter(Pod::isAlive)
        .forEach(pod -> hosts.append(pod.address()).append(' ').append(DNS).append('\n'));
    hosts.append(newcomer).append(' ').append(DNS).append('\n');
    Files.writeString(site.hosts(), hosts);
  }

  private void awaitOneCluster() {
    for (Pod pod : pods) {
      Await.until("all nodes are one cluster", START, () -> nodes(pod) == pods.size(), pod::log);
    }
  }

  /** How many nodes it sees, as it says in its log. */
  private static int nodes(Pod pod) {
    return NODES
        .matcher(pod.log())
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .reduce(0, (earlier, later) -> later);
  }

  private static Http ready(Pod pod) {
    Http door = new Http(pod.url());
    Await.until("the pod is ready", START, () -> isReady(pod, door), pod::log);
    return door;
  }

  private static boolean isReady(Pod pod, Http door) {
    if (!pod.isAlive()) {
      throw new AssertionError("the pod ended: " + pod.log());
    }
    try {
      return door.status(pod.readinessPath()) == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
