package dev.hookline.app.cluster;

import com.hazelcast.config.Config;
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
   * @return fails when a port is taken or a certificate cannot be used
   */
  public static Future<Vertx> start(ClusterOptions options) {
    if (!options.sealed()) {
      LOGGER
          .atWarn()
          .addKeyValue("address", options.own().member())
          .log(
              "whoever reaches this port can take part in the cluster: keep it on a closed network,"
                  + " or set cluster.secretFile and cluster.tls");
    }
    return join(options, MemberConfig.of(options))
        .recover(cause -> isUnanswered(cause) ? alone(options) : Future.failedFuture(cause))
        .onSuccess(ClusteredVertx::refuseObjects)
        .onSuccess(
            vertx ->
                LOGGER.atInfo().addKeyValue("address", options.own().member()).log("in cluster"));
  }

  private static Future<Vertx> join(ClusterOptions options, Config member) {
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(bus(options)))
        .withClusterManager(new HazelcastClusterManager(member))
        .buildClustered();
  }

  private static Future<Vertx> alone(ClusterOptions options) {
    LOGGER.atWarn().log("who is in the cluster does not answer; beginning without them");
    Config member = MemberConfig.alone(options);
    return join(options, member).onSuccess(ignored -> MemberConfig.lookForOthers(member, options));
  }

  // Hazelcast has tried for as long as it may; nothing else makes it say that.
  private static boolean isUnanswered(Throwable cause) {
    return cause instanceof IllegalStateException
        && String.valueOf(cause.getMessage()).contains("Node failed to start");
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
