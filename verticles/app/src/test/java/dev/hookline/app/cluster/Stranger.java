package dev.hookline.app.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.spi.cluster.hazelcast.impl.ConversionUtils;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** A plain Hazelcast member that knows the cluster's name. */
public final class Stranger implements AutoCloseable {

  private final HazelcastInstance member;

  private Stranger(HazelcastInstance member) {
    this.member = member;
  }

  /** Tries to join; it begins alone when it is not let in. */
  public static Stranger join(String name, String members) {
    Config config = new Config().setClusterName(name);
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.local.localAddress", "127.0.0.1");
    config.setProperty("hazelcast.max.join.seconds", "5");
    JoinConfig join = config.getNetworkConfig().setPort(0).getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(List.of(members));
    return new Stranger(Hazelcast.newHazelcastInstance(config));
  }

  /** How many it found. */
  public int others() {
    return member.getCluster().getMembers().size() - 1;
  }

  /** Puts a gadget where a node will read it. */
  public void put(String map, String key, Gadget gadget) {
    put(map, key, gadget.make());
  }

  void put(String map, String key, Object value) {
    member.getMap(map).set(key, new ConversionUtils().convertParam(value));
  }

  /** Takes it out again; a plain member makes what it is told to. */
  Object get(String map, String key) {
    return member.getMap(map).get(key);
  }

  /** Wants every other member to run something. */
  <T> Future<T> run(Callable<T> what) {
    Member other =
        member.getCluster().getMembers().stream().filter(m -> !m.localMember()).findAny().get();
    return member.getExecutorService("any").submitToMember(what, other);
  }

  @Override
  public void close() {
    member.getLifecycleService().terminate();
  }
}
