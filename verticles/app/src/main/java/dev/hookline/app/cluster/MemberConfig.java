package dev.hookline.app.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.KubernetesConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import java.util.List;
import java.util.Map;

/**
 * The Hazelcast member of a node: found where the settings say and nowhere else, listening to
 * members only, making objects of few classes, and giving up on others soon.
 */
final class MemberConfig {

  /** Names the attribute of a member that is its node's id. */
  static final String NODE = "node";

  private static final String WAIT_BEFORE_JOIN = "hazelcast.wait.seconds.before.join";

  /**
   * Impatient: a member that is silent for 10 s is out, and what it was asked fails after 5 s. That
   * may be wrong about a slow one, which costs nothing but courtesy.
   */
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("hazelcast.logging.type", "slf4j"),
          Map.entry("hazelcast.logging.details.enabled", "false"), // the name holds the secret
          Map.entry("hazelcast.phone.home.enabled", "false"),
          Map.entry("hazelcast.shutdownhook.enabled", "false"), // the node stops it, in its order
          Map.entry("hazelcast.socket.bind.any", "false"),
          Map.entry("hazelcast.socket.connect.timeout.seconds", "3"),
          Map.entry("hazelcast.max.join.seconds", "5"),
          Map.entry(WAIT_BEFORE_JOIN, "0"),
          Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
          Map.entry("hazelcast.max.no.heartbeat.seconds", "10"),
          Map.entry("hazelcast.operation.call.timeout.millis", "5000"),
          Map.entry("hazelcast.connect.all.wait.seconds", "5"),
          Map.entry("hazelcast.invocation.max.retry.count", "10"), // each after half a second
          Map.entry("hazelcast.merge.first.run.delay.seconds", "15"),
          Map.entry("hazelcast.merge.next.run.delay.seconds", "15"),
          Map.entry("hazelcast.graceful.shutdown.max.wait", "5"));

  private static final int BACKUPS = 2;

  private MemberConfig() {}

  /**
   * @param node the node's id
   */
  static Config of(ClusterOptions options, String node) {
    Config config = new Config();
    config.setClusterName(
        options.secret().map(secret -> secret.name(options.name())).orElse(options.name()));
    config.setClassLoader(new ClassGate(MemberConfig.class.getClassLoader()));
    config.getSerializationConfig().setJavaSerializationFilterConfig(filter());
    PROPERTIES.forEach(config::setProperty);
    if (!options.dns().isEmpty()) { // with 0 it would not even look the name up before it joins
      config.setProperty(WAIT_BEFORE_JOIN, "1");
    }
    config.setProperty("hazelcast.local.localAddress", options.own().host());
    config.setAdvancedNetworkConfig(network(options));
    config.getJetConfig().setEnabled(false);
    config.getMetricsConfig().setEnabled(false);
    config.getMemberAttributeConfig().setAttribute(NODE, node);
    config.addMapConfig(new MapConfig("*").setBackupCount(BACKUPS));
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(BACKUPS)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    return config;
  }

  /** The same, but it looks for nobody. */
  static Config alone(ClusterOptions options, String node) {
    Config config = of(options, node);
    JoinConfig nobody = new JoinConfig();
    nobody.getAutoDetectionConfig().setEnabled(false);
    nobody.getMulticastConfig().setEnabled(false);
    nobody.getTcpIpConfig().setEnabled(true);
    config.getAdvancedNetworkConfig().setJoin(nobody);
    return config;
  }

  /** From now on it looks for others from time to time, as a member does after a partition. */
  static void lookForOthers(Config alone, ClusterOptions options) {
    List<String> members =
        options.dns().isEmpty()
            ? options.members()
            : List.of(options.dns() + ":" + options.own().port());
    alone.getAdvancedNetworkConfig().getJoin().getTcpIpConfig().setMembers(members);
  }

  // With endpoints named one by one there is none for clients, REST or memcache.
  private static AdvancedNetworkConfig network(ClusterOptions options) {
    ServerSocketEndpointConfig members =
        new ServerSocketEndpointConfig()
            .setPort(options.own().port())
            .setPortAutoIncrement(false)
            .setPublicAddress(options.published().member());
    return new AdvancedNetworkConfig()
        .setEnabled(true)
        .setMemberEndpointConfig(members)
        .setJoin(join(options));
  }

  private static JoinConfig join(ClusterOptions options) {
    JoinConfig join = new JoinConfig();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    if (options.dns().isEmpty()) {
      join.getTcpIpConfig().setEnabled(true).setMembers(options.members());
    } else {
      join.setKubernetesConfig(headlessService(options));
    }
    return join;
  }

  private static KubernetesConfig headlessService(ClusterOptions options) {
    KubernetesConfig service = new KubernetesConfig();
    service.setEnabled(true);
    service.setProperty("service-dns", options.dns());
    service.setProperty("service-port", String.valueOf(options.own().port()));
    return service;
  }

  private static JavaSerializationFilterConfig filter() {
    ClassFilter white = new ClassFilter();
    white.addPackages(ClassGate.EXCEPTION_PACKAGES.toArray(String[]::new));
    white.addClasses(ClassGate.EXCEPTION_CLASSES.toArray(String[]::new));
    return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(white);
  }
}
