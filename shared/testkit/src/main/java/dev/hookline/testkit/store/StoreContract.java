package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Receipt;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionView;
import dev.hookline.store.Store;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An open store for each test, and the steps that bring it to where a test begins. */
public abstract class StoreContract {

  protected static final long CHAT = -1001;
  protected static final Duration LIFETIME = Duration.ofHours(1); // longer than any test takes
  protected static final Instant NOW = Sample.NOW;
  protected static final SessionKey ONE = new SessionKey("s-1");
  protected static final SessionKey TWO = new SessionKey("s-2");

  private final StoreBackend backend;
  private Vertx vertx;
  private long message = 100;

  @TempDir protected Path directory;
  protected Store store;

  protected StoreContract(StoreBackend backend) {
    this.backend = backend;
  }

  @BeforeEach
  void openStore() {
    vertx = Vertx.vertx();
    store = open();
  }

  @AfterEach
  void closeStore() {
    result(store.close());
    result(vertx.close());
  }

  /** Closes the store and opens it again, as a restart does. */
  protected final void restart() {
    result(store.close());
    store = open();
  }

  protected final List<Receipt> accept(NewEvent... events) {
    return result(store.events().accept(List.of(events)));
  }

  protected final SessionView view(SessionKey session) {
    return result(store.sequences().view(session)).orElseThrow();
  }

  /** The places of arrival of a session's events that have no place in the outbox. */
  protected final List<Long> fresh(SessionKey session) {
    return view(session).fresh().stream().map(FreshEvent::seq).toList();
  }

  protected final boolean release(SessionKey session, long position, Release... releases) {
    return result(store.sequences().release(session, position, List.of(releases), NOW));
  }

  /** Accepts that many events of a session and appends an entry for each. */
  protected final void enqueue(SessionKey session, int count) {
    long next = result(store.sequences().view(session)).map(SessionView::nextPosition).orElse(1L);
    for (int i = 0; i < count; i++) {
      accept(Sample.event(session, "enqueued-" + (next + i)));
      release(session, next + i, Release.event(false, fresh(session)));
    }
  }

  protected final SessionTopic topic(SessionKey session) {
    return result(store.topics().of(session)).orElseThrow();
  }

  /** Claims the session's topic; the marker is {@code m-} and the attempt's name. */
  protected final boolean claim(SessionKey session, String attempt) {
    String marker = "m-" + attempt;
    return result(store.topics().open(topic(session), attempt, marker, "topic " + marker, NOW))
        .isPresent();
  }

  /** Gives the session the topic with this thread. */
  protected final void bind(SessionKey session, long thread) {
    String attempt = "a-" + session + "-" + thread;
    claim(session, attempt);
    result(store.topics().bind(attempt, thread, NOW));
  }

  protected final ChatLease take() {
    return takeOver(CHAT, "node-1", NOW);
  }

  /** Takes a chat for an owner who finds it free. */
  protected final ChatLease takeOver(long chat, String owner, Instant now) {
    return result(store.chats().take(chat, owner, LIFETIME, now)).orElseThrow();
  }

  protected final Optional<OutboxEntry> next(ChatLease lease, SessionKey... passOver) {
    return nextAt(lease, NOW, passOver);
  }

  protected final Optional<OutboxEntry> nextAt(
      ChatLease lease, Instant now, SessionKey... passOver) {
    return result(store.outbox().claim(lease, Set.copyOf(Arrays.asList(passOver)), now));
  }

  /** Shows the next entries; brings the session and the position of each. */
  protected final List<String> shown(ChatLease lease, int most) {
    return shown(lease, () -> next(lease), most);
  }

  /** The same of entries that are claimed in some other way. */
  protected final List<String> shown(
      ChatLease lease, Supplier<Optional<OutboxEntry>> claim, int most) {
    List<String> shown = new ArrayList<>();
    for (OutboxEntry entry = claim.get().orElse(null); entry != null; ) {
      shown.add(entry.session() + " " + entry.position());
      SentPart sent = new SentPart(++message, true, true);
      result(store.outbox().confirm(lease, entry, sent, NOW));
      entry = shown.size() < most ? claim.get().orElse(null) : null;
    }
    return shown;
  }

  private Store open() {
    return result(backend.open(vertx, directory, Clock.fixed(NOW, ZoneOffset.UTC)));
  }
}
