package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.Addresses;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our lock on one node and on three, and the one of Vert.x, which is the reason for ours. */
@Timeout(120)
class LockTest {

  private static final Vertx ALONE = Vertx.vertx();

  private static Nodes three;

  @BeforeAll
  static void start() {
    three = Nodes.started(3);
    Stream.concat(Stream.of(ALONE), three().stream()).forEach(Addresses::registerCodecs);
  }

  @AfterAll
  static void close() {
    three.close();
    Nodes.await(ALONE.close());
  }

  static List<Named<Consumer<LockContract>>> everyTerm() {
    return List.of(
        Named.of("excludes everybody else", LockContract::excludes_everybody_else),
        Named.of("is given once", LockContract::is_given_once),
        Named.of("passes to who waits", LockContract::passes_to_who_waits),
        Named.of("starves nobody", LockContract::starves_nobody),
        Named.of("survives its owner", LockContract::survives_its_owner));
  }

  static List<Named<Consumer<LockContract>>> brokenTerms() {
    return List.of(
        Named.of("excludes everybody else", LockContract::excludes_everybody_else),
        Named.of("is given once", LockContract::is_given_once),
        Named.of("starves nobody", LockContract::starves_nobody));
  }

  @ParameterizedTest
  @MethodSource("everyTerm")
  void ours_holds_on_one_node(Consumer<LockContract> term) {
    term.accept(ours(List.of(ALONE)));
  }

  @ParameterizedTest
  @MethodSource("everyTerm")
  void ours_holds_on_three_nodes(Consumer<LockContract> term) {
    term.accept(ours(three()));
  }

  @ParameterizedTest
  @MethodSource("brokenTerms")
  void that_of_vertx_does_not_hold_on_three_nodes(Consumer<LockContract> term) {
    List<Vertx> nodes = three();
    LockContract theirs = new LockContract(nodes, nodes.stream().map(Locks::ofVertx).toList());

    assertThatThrownBy(() -> term.accept(theirs)).isInstanceOf(AssertionError.class);
  }

  private static LockContract ours(List<Vertx> nodes) {
    return new LockContract(
        nodes,
        nodes.stream().map(vertx -> Locks.ofHookline(vertx, LockContract.LIFETIME)).toList());
  }

  private static List<Vertx> three() {
    return IntStream.range(0, 3).mapToObj(three::get).toList();
  }
}
