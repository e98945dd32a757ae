package dev.hookline.app.look;

import dev.hookline.app.CannotStartException;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says how much of a session its topic shows, and changes it. */
@Command(
    name = "verbosity",
    description = "Say how much of a session its topic shows, or change it from now on.",
    mixinStandardHelpOptions = true)
public final class VerbosityCommand extends StoreCommand {

  private static final String USUAL = "usual";

  @Parameters(index = "0", paramLabel = "SESSION", description = "the session's id")
  private String session;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HOW",
      description = "quiet, normal, everything; or usual: as telegram.verbosity says")
  private String how;

  @Override
  void tell(Store store, PrintWriter out) {
    SessionKey key = new SessionKey(session);
    if (await(store.topics().of(key)).isEmpty()) {
      throw new CannotStartException("there is no session " + session + ": ./hookline sessions");
    }
    if (how != null) {
      await(store.hushed().show(key, wanted(how)));
    }
    String word = await(store.hushed().verbosity(key)).map(Verbosity::word).orElse(USUAL);
    out.println("session " + session + ": " + word);
  }

  private static Optional<Verbosity> wanted(String how) {
    String word = how.toLowerCase(Locale.ROOT);
    Optional<Verbosity> verbosity = Verbosity.ofWord(word);
    if (verbosity.isEmpty() && !word.equals(USUAL)) {
      List<String> words = Verbosity.words();
      throw new CannotStartException(
          "\"" + how + "\" is no verbosity: write " + String.join(", ", words) + " or " + USUAL);
    }
    return verbosity;
  }
}
