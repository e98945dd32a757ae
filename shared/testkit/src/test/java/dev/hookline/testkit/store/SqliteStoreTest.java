package dev.hookline.testkit.store;

import dev.hookline.testkit.FreshStore;
import org.junit.jupiter.api.Nested;

/** SQLite keeps every contract. */
class SqliteStoreTest {

  private static final StoreBackend SQLITE = FreshStore::in;

  @Nested
  class TakingOutWhatIsOver extends RetentionContract {
    TakingOutWhatIsOver() {
      super(SQLITE);
    }
  }

  @Nested
  class TakingEvents extends EventsContract {
    TakingEvents() {
      super(SQLITE);
    }
  }

  @Nested
  class PuttingInOrder extends SequencesContract {
    PuttingInOrder() {
      super(SQLITE);
    }
  }

  @Nested
  class ClaimingTopics extends TopicsContract {
    ClaimingTopics() {
      super(SQLITE);
    }
  }

  @Nested
  class SeeingTopics extends SightingsContract {
    SeeingTopics() {
      super(SQLITE);
    }
  }

  @Nested
  class LosingTopics extends LostTopicsContract {
    LosingTopics() {
      super(SQLITE);
    }
  }

  @Nested
  class ServingChats extends ChatsContract {
    ServingChats() {
      super(SQLITE);
    }
  }

  @Nested
  class HandingOut extends OutboxContract {
    HandingOut() {
      super(SQLITE);
    }
  }

  @Nested
  class Parking extends ParkedContract {
    Parking() {
      super(SQLITE);
    }
  }

  @Nested
  class HandingOutWhatIsUrgent extends UrgencyContract {
    HandingOutWhatIsUrgent() {
      super(SQLITE);
    }
  }

  @Nested
  class ClosingTopics extends ClosingContract {
    ClosingTopics() {
      super(SQLITE);
    }
  }

  @Nested
  class AskingAPerson extends ApprovalsContract {
    AskingAPerson() {
      super(SQLITE);
    }
  }

  @Nested
  class WakingAgents extends WakesContract {
    WakingAgents() {
      super(SQLITE);
    }
  }

  @Nested
  class WritingToAgents extends RepliesContract {
    WritingToAgents() {
      super(SQLITE);
    }
  }

  @Nested
  class TypingToAgents extends PanesContract {
    TypingToAgents() {
      super(SQLITE);
    }
  }

  @Nested
  class CarryingOutCommands extends ErrandsContract {
    CarryingOutCommands() {
      super(SQLITE);
    }
  }

  @Nested
  class Folding extends FoldingContract {
    Folding() {
      super(SQLITE);
    }
  }

  @Nested
  class ShowingAll extends WholesContract {
    ShowingAll() {
      super(SQLITE);
    }
  }

  @Nested
  class Hushing extends HushedContract {
    Hushing() {
      super(SQLITE);
    }
  }

  @Nested
  class Joining extends JoiningContract {
    Joining() {
      super(SQLITE);
    }
  }

  @Nested
  class Ending extends EndingContract {
    Ending() {
      super(SQLITE);
    }
  }

  @Nested
  class KeepingUpdates extends UpdatesContract {
    KeepingUpdates() {
      super(SQLITE);
    }
  }

  @Nested
  class LookingForSessions extends SearchContract {
    LookingForSessions() {
      super(SQLITE);
    }
  }

  @Nested
  class TellingOfEachEvent extends TimelinesContract {
    TellingOfEachEvent() {
      super(SQLITE);
    }
  }

  @Nested
  class TellingOfQuestions extends QuestionsContract {
    TellingOfQuestions() {
      super(SQLITE);
    }
  }

  @Nested
  class TellingPeople extends OverviewContract {
    TellingPeople() {
      super(SQLITE);
    }
  }

  @Nested
  class Following extends JournalContract {
    Following() {
      super(SQLITE);
    }
  }

  @Nested
  class Restarting extends RestartContract {
    Restarting() {
      super(SQLITE);
    }
  }
}
