package dev.hookline.app.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import dev.hookline.messages.NodeState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a {@code Vertx} that is a member of the cluster. */
public final class ClusteredVertx {

  private static final Logger LOGGER = LoggerFactory.getLogger(ClusteredVertx.class);

  private ClusteredVertx() {}

  /**
   * Joins whoever is there, or begins alone: when nobody is there, and when those who are do not
   * answer. A member that hangs must keep nobody from starting; it is joined when it answers again.
   *
   * @param node the node's id
   * @return fails when a port is taken or a certificate cannot be used
   */
  public static Future<Vertx> start(ClusterOptions options, String node) {
    if (!options.sealed()) {
      LOGGER
          .atWarn()
          .addKeyValue("address", options.own().member())
          .log(
              "whoever reaches this port can take part in the cluster: keep it on a closed network,"
                  + " or set cluster.secretFile and cluster.tls");
    }
    HazelcastClusterManager manager = new HazelcastClusterManager(MemberConfig.of(options, node));
    return join(options, manager)
        .recover(
            cause ->
                isAboutOthers(manager, cause) ? alone(options, node) : Future.failedFuture(cause))
        .onSuccess(ClusteredVertx::refuseObjects);
  }

  private static Future<Vertx> join(ClusterOptions options, HazelcastClusterManager manager) {
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(bus(options)))
        .withClusterManager(manager)
        .buildClustered()
        .onSuccess(
            vertx ->
                MemberWatch.begin(manager.getHazelcastInstance().getCluster(), NodeState.of(vertx)))
        .onFailure(ignored -> end(manager));
  }

  // When it fails halfway, the manager leaves its member running: in the cluster, with a port, and
  // with threads that keep the process from ending.
  private static void end(HazelcastClusterManager manager) {
    HazelcastInstance member = manager.getHazelcastInstance();
    if (member != null) {
      member.getLifecycleService().terminate();
    }
  }

  private static Future<Vertx> alone(ClusterOptions options, String node) {
    LOGGER.atWarn().log("who is in the cluster does not answer; beginning without them");
    Config member = MemberConfig.alone(options, node);
    return join(options, new HazelcastClusterManager(member))
        .onSuccess(ignored -> MemberConfig.lookForOthers(member, options));
  }

  // Either its member ran, and failed to share something with others. Or they did not let it in:
  // Hazelcast has tried for as long as it may, and nothing else makes it say that.
  private static boolean isAboutOthers(HazelcastClusterManager manager, Throwable cause) {
    boolean notLetIn =
        cause instanceof IllegalStateException
            && String.valueOf(cause.getMessage()).contains("Node failed to start");
    return notLetIn || manager.getHazelcastInstance() != null;
  }

  private static EventBusOptions bus(ClusterOptions options) {
    EventBusOptions bus =
        new EventBusOptions()
            .setHost(options.own().host())
            .setPort(options.own().busPort())
            .setClusterPublicHost(options.published().host())
            .setClusterPublicPort(options.published().busPort());
    options.tls().ifPresent(tls -> tls.apply(bus));
    return bus;
  }

  // Our messages have codecs of their own. Without this, some classes of others are taken.
  private static void refuseObjects(Vertx vertx) {
    vertx.eventBus().serializableChecker(name -> false).clusterSerializableChecker(name -> false);
  }
}
