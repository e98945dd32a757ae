package dev.hookline.messages;

import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An event-bus address together with the types that travel on it.
 *
 * @param name the address on the bus
 * @param <Q> what is sent
 * @param <R> what is answered; {@code Void} where nothing is
 */
public record Address<Q, R>(String name) {

  /**
   * Sends to one of the receivers and forgets; there may be none. One on this node is preferred:
   * one elsewhere may stand still, and it may be long until the cluster knows.
   */
  public void hint(EventBus bus, Q message) {
    DeliveryOptions here = new DeliveryOptions().setLocalOnly(true);
    bus.<Q>sender(name, here).write(message).onFailure(nobodyHere -> bus.send(name, message));
  }

  /** Sends to every receiver on every node and forgets. */
  public void tellAll(EventBus bus, Q message) {
    bus.publish(name, message);
  }

  /** Sends to every receiver on this node and forgets. */
  public void tellHere(EventBus bus, Q message) {
    bus.publish(name, message, new DeliveryOptions().setLocalOnly(true));
  }

  /** Receives what is hinted or told. Errors are the receiver's own business. */
  public MessageConsumer<Q> receive(EventBus bus, Consumer<Q> receiver) {
    return bus.<Q>consumer(name, message -> receiver.accept(message.body()));
  }

  /**
   * Sends one request to an answerer on this node and completes with the answer. Never asks another
   * node: what a stranger on the bus answers must not count, and what is registered for other nodes
   * may be stale. Fails with a {@code ReplyException} when the answerer failed, when there is none,
   * or when nothing came in time.
   */
  public Future<R> request(EventBus bus, Q question, Duration patience) {
    DeliveryOptions here =
        new DeliveryOptions().setLocalOnly(true).setSendTimeout(patience.toMillis());
    return bus.<R>request(name, question, here).map(Message::body);
  }

  /**
   * Answers requests that are made on this node, at once. A throw and a failed future both reach
   * the asker as a failure, so neither turns into a silent timeout.
   */
  public MessageConsumer<Q> answer(EventBus bus, Function<Q, Future<R>> service) {
    return bus.localConsumer(name, message -> reply(message, service));
  }

  private static <Q, R> void reply(Message<Q> message, Function<Q, Future<R>> service) {
    Future.succeededFuture()
        .compose(ignored -> service.apply(message.body()))
        .onSuccess(message::reply)
        .onFailure(cause -> message.fail(1, String.valueOf(cause.getMessage())));
  }
}
