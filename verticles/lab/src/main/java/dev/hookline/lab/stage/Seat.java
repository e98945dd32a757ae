package dev.hookline.lab.stage;

import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.process.Ports;
import dev.hookline.lab.proxy.Callers;
import dev.hookline.lab.proxy.FaultProxy;
import dev.hookline.lab.proxy.Rule;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

/**
 * A node's place in the network. Others reach it by two proxies, which know who calls; it reaches
 * the database and Telegram by two proxies of its own.
 *
 * @param number from 1
 * @param memberPort where it listens for Hazelcast, behind {@code member}
 * @param busPort where it listens for the event bus, behind {@code bus}
 * @param store null when it has a database of its own
 */
record Seat(
    int number,
    int ingestPort,
    int memberPort,
    int busPort,
    FaultProxy member,
    FaultProxy bus,
    FaultProxy store,
    FaultProxy telegram)
    implements AutoCloseable {

  /**
   * Takes ports.
   *
   * @param storePort 0 when each node has a database of its own
   */
  static Seat of(int number, int storePort, int telegramPort, Callers callers) {
    int memberPort = Ports.free();
    int busPort = Ports.free();
    return new Seat(
        number,
        Ports.free(),
        memberPort,
        busPort,
        new FaultProxy(Ports.free(), memberPort, callers),
        new FaultProxy(Ports.free(), busPort, callers),
        storePort == 0 ? null : new FaultProxy(Ports.free(), storePort, Seat::alone),
        new FaultProxy(Ports.free(), telegramPort, Seat::alone));
  }

  /** Nobody else calls. To look a caller up took 30 ms, and each call of the Bot API comes anew. */
  private static String alone(InetSocketAddress caller) {
    return FaultProxy.STRANGER;
  }

  static String name(int number) {
    return "node-" + number;
  }

  String name() {
    return name(number);
  }

  /** Makes the rules that these faults mean here, and no others. */
  void apply(Collection<Fault> faults, List<Seat> all) {
    if (store != null) {
      store.rule(rule(faults.stream().filter(Partitions.ofStore(number)).toList()));
    }
    telegram.rule(rule(faults.stream().filter(Partitions.ofTelegram(number)).toList()));
    for (Seat other : all) {
      Rule rule = rule(faults.stream().filter(Partitions.between(number, other.number)).toList());
      member.rule(other.name(), rule);
      bus.rule(other.name(), rule);
    }
  }

  @Override
  public void close() {
    member.close();
    bus.close();
    telegram.close();
    if (store != null) {
      store.close();
    }
  }

  private static Rule rule(List<Fault> faults) {
    return faults.isEmpty() ? Rule.FREE : faults.get(0).manner().rule();
  }
}
