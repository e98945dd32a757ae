package dev.hookline.testkit.store;

import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL keeps every contract. */
@Tag("postgres")
class PostgresStoreTest {

  private static final StoreBackend POSTGRES = PostgresStoreTest::open;

  @TempDir static Path data;
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Future<Store> open(Vertx vertx, Path directory, Clock clock) {
    String url = server.url("s" + Integer.toHexString(directory.hashCode()));
    return JdbcStore.open(vertx, JdbcStoreOptions.of(url), clock, System::nanoTime);
  }

  @Nested
  class TakingOutWhatIsOver extends RetentionContract {
    TakingOutWhatIsOver() {
      super(POSTGRES);
    }
  }

  @Nested
  class TakingEvents extends EventsContract {
    TakingEvents() {
      super(POSTGRES);
    }
  }

  @Nested
  class PuttingInOrder extends SequencesContract {
    PuttingInOrder() {
      super(POSTGRES);
    }
  }

  @Nested
  class ClaimingTopics extends TopicsContract {
    ClaimingTopics() {
      super(POSTGRES);
    }
  }

  @Nested
  class SeeingTopics extends SightingsContract {
    SeeingTopics() {
      super(POSTGRES);
    }
  }

  @Nested
  class LosingTopics extends LostTopicsContract {
    LosingTopics() {
      super(POSTGRES);
    }
  }

  @Nested
  class ServingChats extends ChatsContract {
    ServingChats() {
      super(POSTGRES);
    }
  }

  @Nested
  class HandingOut extends OutboxContract {
    HandingOut() {
      super(POSTGRES);
    }
  }

  @Nested
  class Parking extends ParkedContract {
    Parking() {
      super(POSTGRES);
    }
  }

  @Nested
  class HandingOutWhatIsUrgent extends UrgencyContract {
    HandingOutWhatIsUrgent() {
      super(POSTGRES);
    }
  }

  @Nested
  class ClosingTopics extends ClosingContract {
    ClosingTopics() {
      super(POSTGRES);
    }
  }

  @Nested
  class AskingAPerson extends ApprovalsContract {
    AskingAPerson() {
      super(POSTGRES);
    }
  }

  @Nested
  class WakingAgents extends WakesContract {
    WakingAgents() {
      super(POSTGRES);
    }
  }

  @Nested
  class WritingToAgents extends RepliesContract {
    WritingToAgents() {
      super(POSTGRES);
    }
  }

  @Nested
  class TypingToAgents extends PanesContract {
    TypingToAgents() {
      super(POSTGRES);
    }
  }

  @Nested
  class CarryingOutCommands extends ErrandsContract {
    CarryingOutCommands() {
      super(POSTGRES);
    }
  }

  @Nested
  class Folding extends FoldingContract {
    Folding() {
      super(POSTGRES);
    }
  }

  @Nested
  class ShowingAll extends WholesContract {
    ShowingAll() {
      super(POSTGRES);
    }
  }

  @Nested
  class Hushing extends HushedContract {
    Hushing() {
      super(POSTGRES);
    }
  }

  @Nested
  class Joining extends JoiningContract {
    Joining() {
      super(POSTGRES);
    }
  }

  @Nested
  class Ending extends EndingContract {
    Ending() {
      super(POSTGRES);
    }
  }

  @Nested
  class KeepingUpdates extends UpdatesContract {
    KeepingUpdates() {
      super(POSTGRES);
    }
  }

  @Nested
  class LookingForSessions extends SearchContract {
    LookingForSessions() {
      super(POSTGRES);
    }
  }

  @Nested
  class TellingOfEachEvent extends TimelinesContract {
    TellingOfEachEvent() {
      super(POSTGRES);
    }
  }

  @Nested
  class TellingOfQuestions extends QuestionsContract {
    TellingOfQuestions() {
      super(POSTGRES);
    }
  }

  @Nested
  class TellingPeople extends OverviewContract {
    TellingPeople() {
      super(POSTGRES);
    }
  }

  @Nested
  class Following extends JournalContract {
    Following() {
      super(POSTGRES);
    }
  }

  @Nested
  class Restarting extends RestartContract {
    Restarting() {
      super(POSTGRES);
    }
  }
}
