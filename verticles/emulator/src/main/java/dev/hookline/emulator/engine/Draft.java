package dev.hookline.emulator.engine;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.world.Bot;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A call record in the making. */
final class Draft {

  final List<String> violations = new ArrayList<>();
  final List<Integer> messageIds = new ArrayList<>();

  Verdict verdict = Verdict.PENDING;
  String method;
  long answeredAt;
  long heldMillis;
  boolean whileClosed;
  boolean committed;
  int status;
  long bytesWritten;
  Reply reply;

  private final long seq;
  private final long receivedAt;
  private final Bot bot;
  private final Request request;
  private final FaultSource.Chosen fault;
  private final long connection;

  /**
   * @param bot null when the token is nobody's
   * @param fault null when there is none
   */
  Draft(long seq, long receivedAt, Bot bot, Request request, FaultSource.Chosen fault, Line line) {
    this.seq = seq;
    this.receivedAt = receivedAt;
    this.bot = bot;
    this.request = request;
    this.method = request.method();
    this.fault = fault;
    this.connection = line.connection();
  }

  long seq() {
    return seq;
  }

  CallRecord record() {
    return new CallRecord(
        seq,
        receivedAt,
        answeredAt,
        bot == null ? 0 : bot.id(),
        request.verb(),
        method,
        request.args().longNumber("chat_id", 0),
        request.args().number("message_thread_id", 0),
        request.args().texts(),
        request.args().uploads().stream()
            .map(one -> new CallRecord.File(one.field(), one.name(), one.content().size()))
            .toList(),
        violations,
        verdict,
        status,
        reply == null ? null : reply.description(),
        fault == null ? 0 : fault.id(),
        fault == null ? null : fault.action(),
        heldMillis,
        whileClosed,
        committed,
        messageIds,
        reply == null ? null : new JsonObject(reply.body()),
        bytesWritten,
        connection);
  }
}
