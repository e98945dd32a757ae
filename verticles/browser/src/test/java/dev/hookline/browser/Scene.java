package dev.hookline.browser;

import static dev.hookline.testkit.store.Sample.NOW;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import dev.hookline.store.ShownApproval;
import dev.hookline.testkit.store.Sample;
import java.time.Instant;

/** What goes on in the console's pictures. */
final class Scene {

  /** The session with most to see. */
  static final String SESSION = "5f0c9a1e-52d4-4f0e-9c55-orchard";

  private final Node node;
  private int events;

  private Scene(Node node) {
    this.node = node;
  }

  static void play(Node node) {
    Scene scene = new Scene(node);
    scene.docs();
    scene.asking();
    scene.refused();
    scene.orchard(); // the last one, because what it leaves waiting would be shown before others
  }

  private void orchard() {
    event(SESSION, EventType.SESSION_START, "", 300);
    node.bind(SESSION, "mend the orchard's gate");
    node.show();
    event(SESSION, EventType.USER_INPUT, "", 299);
    node.show();
    event(SESSION, EventType.TOOL_START, "Read", 280);
    event(SESSION, EventType.TOOL_RESULT, "Read", 279);
    node.hush();
    node.hush();
    event(SESSION, EventType.TOOL_START, "Bash", 240);
    node.show();
    event(SESSION, EventType.TOOL_RESULT, "Bash", 12);
    node.edit();
    event(SESSION, EventType.TOOL_START, "Edit", 8);
    event(SESSION, EventType.TOOL_RESULT, "Edit", 7);
    node.showTogether();
    event(SESSION, EventType.SEND_IMAGE, "", 5);
    node.park("Bad Request: PHOTO_INVALID_DIMENSIONS");
    event(SESSION, EventType.AGENT_RESPONSE, "", 3);
    node.show();
    event(SESSION, EventType.TURN_COMPLETE, "", 2);
    event(SESSION, EventType.USER_INPUT, "", 1);
  }

  private void docs() {
    event("docs", EventType.AGENT_RESPONSE, "", 4_000);
    node.bind("docs", "write the docs");
    node.show();
    ShownApproval asked = node.ask("docs", "Bash", "🔐 May Bash run this?\nmake publish");
    node.at(NOW.minusSeconds(3_940));
    node.answer(asked, node.thread("docs"), "Ann", Decision.deny("after the review"));
  }

  private void refused() {
    event("b7-refused", EventType.USER_INPUT, "", 60);
    event("b7-refused", EventType.TOOL_START, "Bash", 50);
    node.refuseTopic("b7-refused", "Bad Request: not enough rights to manage topics");
  }

  private void asking() {
    event("shop", EventType.USER_INPUT, "", 30);
    node.bind("shop", "price list of the shop");
    node.show();
    ShownApproval allowed = node.ask("shop", "WebFetch", "🔐 May WebFetch open example.org?");
    node.at(NOW.minusSeconds(21));
    node.answer(allowed, node.thread("shop"), "Ben", Decision.of(Verdict.ALWAYS));
    node.at(NOW.minusSeconds(9));
    node.ask("shop", "Bash", "🔐 May Bash run this?\nrm -rf build && make prices");
  }

  private void event(String session, EventType type, String tool, int secondsAgo) {
    String id = session + "-" + ++events;
    HookEvent event =
        Sample.typed(type, new SessionKey(session), id)
            .event()
            .with(MetadataKeys.AGENT, "claude")
            .with(MetadataKeys.HOSTNAME, "laptop")
            .with(MetadataKeys.PROJECT_DIR, "/src/" + session.replaceAll(".*-", ""));
    HookEvent told = tool.isEmpty() ? event : event.with(MetadataKeys.TOOL, tool);
    Instant accepted = NOW.minusSeconds(secondsAgo);
    node.accept(NewEvent.of(told, node.chat(), accepted));
    node.at(accepted.plusMillis(420 + events * 35L % 800));
  }
}
