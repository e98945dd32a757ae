package dev.hookline.lab.check;

import static dev.hookline.lab.check.Outage.Cause.INTERRUPTED;
import static dev.hookline.lab.check.Outage.Cause.KILLED;
import static dev.hookline.lab.check.Outage.Cause.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final List<Term> TERMS =
      List.of(new Term(0, "node-1", 1), new Term(15_000, "node-2", 2));

  @Test
  void a_take_over_lasts_from_the_failure_to_the_first_message_of_the_next_tenure() {
    Takeovers takeovers = takeovers(new Outage("node-1", 1_000, 9_000, KILLED), List.of());

    assertThat(takeovers.sudden().values()).containsExactly(14_500L);
  }

  @Test
  void a_failure_of_a_node_that_did_not_serve_is_no_take_over() {
    Takeovers takeovers = takeovers(new Outage("node-3", 1_000, 9_000, KILLED), List.of());

    assertThat(takeovers.sudden().values()).isEmpty();
  }

  @Test
  void a_hand_over_is_counted_apart() {
    Takeovers takeovers = takeovers(new Outage("node-1", 1_000, 9_000, STOPPED), List.of());

    assertThat(takeovers.sudden().values()).isEmpty();
    assertThat(takeovers.announced().values()).containsExactly(14_500L);
  }

  @Test
  void a_take_over_is_not_judged_while_the_database_is_down() {
    Takeovers takeovers =
        takeovers(
            new Outage("node-1", 1_000, 9_000, KILLED),
            List.of(new Outage("store", 5_000, 7_000, INTERRUPTED)));

    assertThat(takeovers.sudden().values()).isEmpty();
  }

  @Test
  void a_take_over_by_a_node_that_cannot_reach_telegram_is_not_judged() {
    Outage killed = new Outage("node-1", 1_000, 9_000, KILLED);
    Outage deaf = new Outage("node-2", 15_100, 15_400, INTERRUPTED);
    Outage deafElsewhere = new Outage("node-3", 15_100, 15_400, INTERRUPTED);

    assertThat(takeovers(killed, List.of(), List.of(deaf)).sudden().values()).isEmpty();
    assertThat(takeovers(killed, List.of(), List.of(deafElsewhere)).sudden().values()).hasSize(1);
  }

  @Test
  void a_take_over_counts_however_late_it_is_when_the_holder_was_killed() {
    List<Term> terms = List.of(new Term(0, "node-1", 1), new Term(60_000, "node-2", 2));
    Outage killed = new Outage("node-1", 1_000, 2_000, KILLED);
    Outage interrupted = new Outage("node-1", 1_000, 2_000, INTERRUPTED);

    assertThat(late(terms, killed)).containsExactly(60_500L);
    assertThat(late(terms, interrupted)).isEmpty();
  }

  @Test
  void a_change_that_two_failures_could_have_made_counts_for_the_later_one() {
    Outage frozen = new Outage("node-1", 1_000, 2_000, INTERRUPTED);
    Outage killed = new Outage("node-1", 9_000, 9_500, KILLED);

    assertThat(late(TERMS, frozen, killed)).containsExactly(6_500L);
  }

  @Test
  void a_failure_of_the_next_holder_before_it_shows_anything_begins_another_take_over() {
    List<Term> terms =
        List.of(
            new Term(0, "node-1", 1), new Term(15_000, "node-2", 2), new Term(30_000, "node-3", 3));
    Outage first = new Outage("node-1", 1_000, 9_000, KILLED);
    Outage second = new Outage("node-2", 15_100, 20_000, KILLED);

    Takeovers takeovers =
        new Takeovers(terms, List.of(first, second), List.of(), List.of(), List.of(500L, 31_100L));

    assertThat(takeovers.sudden().values()).containsExactly(16_000L);
  }

  @Test
  void a_slow_take_over_is_a_violation() {
    Takeovers takeovers = takeovers(new Outage("node-1", 1_000, 9_000, KILLED), List.of());

    assertThat(takeovers.judge(14_000).violations())
        .containsExactly(
            "p99 of take-overs is 14500 ms, not 14000",
            "the longest: node-1 was killed at 1970-01-01T00:00:01Z, node-2 served from"
                + " 1970-01-01T00:00:15Z and showed its first message at 1970-01-01T00:00:15.500Z");
    assertThat(takeovers.judge(20_000).isGood()).isTrue();
  }

  @Test
  void pauses_count_from_the_first_message_to_the_last_event() {
    Pauses pauses = new Pauses(List.of(5_000L, 5_100L, 8_000L), 1_000, 20_000);

    assertThat(pauses.spread().values()).containsExactly(2_900L, 12_000L);
    assertThat(pauses.judge(11_999).isGood()).isFalse();
    assertThat(pauses.judge(12_000).isGood()).isTrue();
  }

  @Test
  void a_run_that_shows_nothing_is_one_pause() {
    assertThat(new Pauses(List.of(), 1_000, 20_000).spread().values()).containsExactly(19_000L);
  }

  @Test
  void a_pace_that_falls_during_a_fault_is_a_violation() {
    Pace pace = new Pace(List.of(0L, 250L, 500L, 750L, 1_000L, 1_500L), 0, 1_000, 2_000);

    assertThat(pace.judge(50).isGood()).isTrue();
    assertThat(pace.judge(51).violations())
        .containsExactly("during the fault, 50 % are shown, not 51");
  }

  @Test
  void a_percentile_is_a_figure_that_was_measured() {
    Spread spread = new Spread(List.of(3L, 1L, 2L, 10L));

    assertThat(spread.percentile(50)).isEqualTo(2);
    assertThat(spread.percentile(99)).isEqualTo(10);
    assertThat(new Spread(List.of()).percentile(99)).isZero();
  }

  private static Takeovers takeovers(Outage outage, List<Outage> store) {
    return takeovers(outage, store, List.of());
  }

  private static Takeovers takeovers(Outage outage, List<Outage> store, List<Outage> telegram) {
    return new Takeovers(TERMS, List.of(outage), store, telegram, List.of(500L, 15_500L, 15_600L));
  }

  private static List<Long> late(List<Term> terms, Outage... outages) {
    return new Takeovers(
            terms, List.of(outages), List.of(), List.of(), List.of(500L, 15_500L, 61_500L))
        .sudden()
        .values();
  }
}
