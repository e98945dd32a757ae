package dev.hookline.app.cluster;

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
   * Joins whoever is there, or begins alone.
   *
   * @return fails when a port is taken or a certificate cannot be used, not when nobody is there
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
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(bus(options)))
        .withClusterManager(new HazelcastClusterManager(MemberConfig.of(options)))
        .buildClustered()
        .onSuccess(ClusteredVertx::refuseObjects)
        .onSuccess(
            vertx ->
                LOGGER.atInfo().addKeyValue("address", options.own().member()).log("in cluster"));
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
