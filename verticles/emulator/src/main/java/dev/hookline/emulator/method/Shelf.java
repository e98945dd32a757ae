package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Upload;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.StoredFile;
import java.util.Optional;

/** Takes files in, and finds those that are there. */
public final class Shelf {

  private static final String ATTACHED = "attach://";
  private static final int LONGEST_NAME = 60;

  private final Stage stage;

  public Shelf(Stage stage) {
    this.stage = stage;
  }

  /**
   * The file that a parameter names: one that came with the call, or one that is there already.
   * Files are taken in by {@link #keep} only.
   *
   * @param value what stands under the parameter, or inside it
   */
  StoredFile find(Call call, String field, String value) throws Refusal {
    String part = value.startsWith(ATTACHED) ? value.substring(ATTACHED.length()) : field;
    Optional<Upload> upload = call.args().upload(part);
    if (upload.isPresent()) {
      return check(upload.get(), field);
    }
    if (value.isEmpty()) {
      throw Refusal.bad("there is no " + field + " in the request");
    }
    StoredFile known = stage.world().files().get(value);
    if (known == null) {
      throw Refusal.bad("wrong file identifier/HTTP URL specified");
    }
    return known;
  }

  /** Puts a file on the shelf; one that is there already stays the same. */
  public StoredFile keep(StoredFile file) {
    if (!file.id().isEmpty()) {
      return file;
    }
    String unique = stage.world().dice().word(16);
    int number = stage.world().files().size();
    String folder = file.mimeType().startsWith("image/") ? "photos" : "documents";
    StoredFile kept =
        new StoredFile(
            "B" + stage.world().dice().word(55),
            unique,
            folder + "/file_" + number + ending(file.name()),
            file.name(),
            file.mimeType(),
            file.content());
    stage.world().files().put(kept.id(), kept);
    return kept;
  }

  private static StoredFile check(Upload upload, String field) throws Refusal {
    if (upload.content().size() == 0) {
      throw Refusal.bad("file must be non-empty");
    }
    if (field.equals("photo") && upload.content().size() > 10 * 1024 * 1024) {
      throw Refusal.bad("file is too big");
    }
    String name = upload.name().replaceAll("[\\\\/\\p{Cntrl}]", "_");
    String kept =
        name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    return new StoredFile("", "", "", kept, upload.mimeType(), upload.content());
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
  }
}
