package dev.hookline.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.plan.Manner;
import org.junit.jupiter.api.Test;

class PartitionsTest {

  @Test
  void two_nodes_are_parted_whoever_calls() {
    Fault fault = Fault.partNodes(1, 3, Manner.CUT, 0, 1_000);

    assertThat(Partitions.between(1, 3)).accepts(fault);
    assertThat(Partitions.between(3, 1)).accepts(fault);
    assertThat(Partitions.between(1, 2)).rejects(fault);
  }

  @Test
  void all_are_parted_from_all_but_not_from_themselves() {
    Fault fault = Fault.part(Kind.PART_ALL, 0, Manner.BLACK_HOLE, 0, 1_000);

    assertThat(Partitions.between(1, 2)).accepts(fault);
    assertThat(Partitions.between(2, 2)).rejects(fault);
    assertThat(Partitions.ofStore(1)).rejects(fault);
  }

  @Test
  void one_node_is_parted_from_the_store_or_from_telegram() {
    Fault store = Fault.part(Kind.PART_STORE, 2, Manner.HELD, 0, 1_000);
    Fault telegram = Fault.part(Kind.PART_TELEGRAM, 2, Manner.HELD, 0, 1_000);

    assertThat(Partitions.ofStore(2)).accepts(store).rejects(telegram);
    assertThat(Partitions.ofTelegram(2)).accepts(telegram).rejects(store);
    assertThat(Partitions.ofStore(1)).rejects(store);
    assertThat(Partitions.between(2, 1)).rejects(store, telegram);
  }
}
