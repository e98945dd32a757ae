package dev.hookline.emulator.method;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.text.RichMessageReader;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Message;
import java.util.ArrayList;
import java.util.List;

/** Sending text, alone or laid out in blocks. */
final class SendMethods {

  private final Lookup lookup;
  private final Messages messages;

  SendMethods(Stage stage, Lookup lookup) {
    this.lookup = lookup;
    this.messages = new Messages(stage);
  }

  void addTo(MethodTable table) {
    List<String> parameters = new ArrayList<>(Outgoing.PARAMETERS);
    parameters.addAll(List.of("text", "entities", "link_preview_options"));
    table.add("sendMessage", this::send, parameters.toArray(String[]::new));
    List<String> rich = new ArrayList<>(Outgoing.PARAMETERS);
    rich.add("rich_message");
    table.add("sendRichMessage", this::sendRich, rich.toArray(String[]::new));
  }

  private Step send(Call call) throws Refusal {
    String text = call.args().text("text");
    if (text.isEmpty()) {
      throw Refusal.bad("message text is empty");
    }
    List<Entity> entities = Outgoing.entities(call, "entities");
    Outgoing outgoing = Outgoing.read(call, lookup);
    FormattedText clean = Outgoing.text(text, entities);
    return post(outgoing, new Content(clean.text(), clean.entities(), null, outgoing.keyboard()));
  }

  private Step sendRich(Call call) throws Refusal {
    List<Object> blocks = RichMessageReader.read(call.args().object("rich_message"));
    Outgoing outgoing = Outgoing.read(call, lookup);
    return post(outgoing, Content.rich(blocks, outgoing.keyboard()));
  }

  private Step post(Outgoing outgoing, Content content) {
    return new Step.Act(
        Cost.of(Kind.MESSAGE, outgoing.chat().id()),
        () -> {
          outgoing.checkByServer("text messages");
          long sender = outgoing.call().bot().id();
          Message sent =
              messages.post(
                  outgoing.chat(), outgoing.thread(), sender, content, outgoing.replyTo());
          return Done.with(messages.wire(outgoing.chat(), sent), List.of(sent.id()));
        });
  }
}
