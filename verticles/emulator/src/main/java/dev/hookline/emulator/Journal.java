package dev.hookline.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Every call that reached the emulator, in the order of arrival. May be read from any thread; a
 * record is replaced as its call goes on.
 */
public final class Journal {

  private record Waiting(
      Predicate<List<CallRecord>> condition, CompletableFuture<List<CallRecord>> future) {}

  private final int limit;
  private final List<CallRecord> records = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long before;
  private long dropped;

  /**
   * @param limit how many records are kept; 0 for all
   */
  public Journal(int limit) {
    this.limit = limit;
  }

  /** All that are kept. */
  public synchronized List<CallRecord> records() {
    return List.copyOf(records);
  }

  /** Those after a sequence number, oldest first. */
  public synchronized List<CallRecord> since(long seq, int most) {
    int from = (int) Math.max(0, Math.min(records.size(), seq - before));
    return List.copyOf(records.subList(from, Math.min(records.size(), from + most)));
  }

  /** The calls of one method, in any letter case. */
  public List<CallRecord> calls(String method) {
    return records().stream().filter(one -> one.method().equalsIgnoreCase(method)).toList();
  }

  /**
   * Waits for something to be in the journal.
   *
   * @param condition asked now and after each change, on the emulator's event loop; must be quick
   * @return completes with all records that are kept, once the condition holds
   */
  public synchronized CompletableFuture<List<CallRecord>> when(
      Predicate<List<CallRecord>> condition) {
    Waiting one = new Waiting(condition, new CompletableFuture<>());
    waiting.add(one);
    tell();
    return one.future();
  }

  public synchronized long lastSeq() {
    return before + records.size();
  }

  /** How many records were let go. */
  public synchronized long dropped() {
    return dropped;
  }

  /** Adds a record, or replaces the one with its number. Ignores one that was let go. */
  public synchronized void put(CallRecord record) {
    long index = record.seq() - before - 1;
    if (index == records.size()) {
      records.add(record);
    } else if (index >= 0 && index < records.size()) {
      records.set((int) index, record);
    }
    // In batches: taking off the front of a list moves all the rest.
    if (limit > 0 && records.size() > limit + limit / 4) {
      int surplus = records.size() - limit;
      records.subList(0, surplus).clear();
      dropped += surplus;
      before += surplus;
    }
    tell();
  }

  /** Forgets everything. The numbers go on, so that a call under way keeps its own. */
  public synchronized void startOver() {
    before = lastSeq();
    records.clear();
    dropped = 0;
  }

  private void tell() {
    if (waiting.isEmpty()) {
      return;
    }
    List<CallRecord> all = List.copyOf(records);
    waiting.removeIf(one -> one.condition().test(all) && one.future().complete(all));
  }
}
