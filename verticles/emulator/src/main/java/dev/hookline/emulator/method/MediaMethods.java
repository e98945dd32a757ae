package dev.hookline.emulator.method;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.EntityReader;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Media;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.StoredFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Sending files: alone, or several as an album. */
final class MediaMethods {

  private record Piece(StoredFile file, String kind, FormattedText caption) {}

  private final Stage stage;
  private final Lookup lookup;
  private final Messages messages;
  private final Shelf shelf;

  MediaMethods(Stage stage, Lookup lookup) {
    this.stage = stage;
    this.lookup = lookup;
    this.messages = new Messages(stage);
    this.shelf = new Shelf(stage);
  }

  void addTo(MethodTable table) {
    table.add("sendDocument", call -> send(call, Media.DOCUMENT), single(Media.DOCUMENT));
    table.add("sendPhoto", call -> send(call, Media.PHOTO), single(Media.PHOTO));
    List<String> album = new ArrayList<>(List.of(parameters("media")));
    album.remove("reply_markup"); // an album has no buttons
    table.add("sendMediaGroup", this::album, album.toArray(String[]::new));
  }

  private static String[] single(String kind) {
    return kind.equals(Media.DOCUMENT)
        ? parameters(kind, "caption", "caption_entities", "disable_content_type_detection")
        : parameters(kind, "caption", "caption_entities");
  }

  private static String[] parameters(String... more) {
    List<String> all = new ArrayList<>(Outgoing.PARAMETERS);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Step send(Call call, String kind) throws Refusal {
    List<Entity> entities = Outgoing.entities(call, "caption_entities");
    StoredFile file = shelf.find(call, kind, call.args().text(kind));
    Outgoing outgoing = Outgoing.read(call, lookup);
    FormattedText caption = Outgoing.caption(call.args().text("caption"), entities);
    Piece piece = new Piece(file, kind, caption);
    return new Step.Act(
        Cost.of(Kind.MESSAGE, outgoing.chat().id()),
        () -> {
          outgoing.checkByServer(kind + "s");
          Message sent = post(outgoing, piece, "");
          return Done.with(messages.wire(outgoing.chat(), sent), List.of(sent.id()));
        });
  }

  private Step album(Call call) throws Refusal {
    JsonArray media = call.args().array("media");
    if (media.size() < 2 || media.size() > 10) {
      throw Refusal.bad("must be 2-10 photos, videos, documents or audios in an album");
    }
    List<Piece> pieces = new ArrayList<>();
    for (Object one : media) {
      pieces.add(piece(call, one));
    }
    if (pieces.stream().map(Piece::kind).distinct().count() > 1) {
      throw Refusal.bad("documents can't be mixed with other media types");
    }
    Outgoing outgoing = Outgoing.read(call, lookup);
    return new Step.Act(
        new Cost(Kind.MESSAGE, outgoing.chat().id(), pieces.size()),
        () -> {
          outgoing.checkByServer(pieces.get(0).kind() + "s");
          String album = String.valueOf(stage.world().dice().next() >>> 1);
          List<Message> sent = pieces.stream().map(piece -> post(outgoing, piece, album)).toList();
          return Done.with(
              sent.stream().map(one -> messages.wire(outgoing.chat(), one)).toList(),
              sent.stream().map(Message::id).toList());
        });
  }

  private Piece piece(Call call, Object value) throws Refusal {
    if (!(value instanceof JsonObject json)) {
      throw Refusal.bad("can't parse InputMedia: expected an Object");
    }
    String kind = String.valueOf(json.getValue("type"));
    if (!kind.equals(Media.DOCUMENT) && !kind.equals(Media.PHOTO)) {
      throw Refusal.notEmulated("an album of " + kind);
    }
    if (json.containsKey("parse_mode")) {
      throw Refusal.notEmulated("parse_mode");
    }
    StoredFile file = shelf.find(call, "media", String.valueOf(json.getValue("media")));
    JsonArray marks =
        json.getValue("caption_entities") instanceof JsonArray given ? given : new JsonArray();
    String caption = json.getValue("caption") instanceof String text ? text : "";
    return new Piece(file, kind, Outgoing.caption(caption, EntityReader.read(marks)));
  }

  private Message post(Outgoing outgoing, Piece piece, String album) {
    StoredFile kept = shelf.keep(piece.file());
    int[] size =
        piece.kind().equals(Media.PHOTO) ? Pictures.size(kept.content().copy()) : new int[2];
    Media media = new Media(piece.kind(), kept.id(), size[0], size[1]);
    FormattedText caption = piece.caption();
    return messages.post(
        outgoing.chat(),
        outgoing.thread(),
        outgoing.call().bot().id(),
        new Content(
            caption.text(),
            caption.entities(),
            media,
            album.isEmpty() ? outgoing.keyboard() : List.of()),
        outgoing.replyTo(),
        album);
  }
}
