package dev.hookline.app.hooks;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agent's settings file. It is replaced in one step, and what it was before stays beside it.
 *
 * @param path where it is, whether there is one or not
 */
record SettingsFile(Path path) {

  private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  /** The file's text; empty when there is none. */
  String text() throws IOException {
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (CharacterCodingException wrong) {
      throw new BadAgentSettingsException(path + " is no UTF-8 text; it was not touched");
    }
  }

  /**
   * What a text says.
   *
   * @throws BadAgentSettingsException when it is no JSON object; says where it goes wrong
   */
  JsonObject parse(String text) {
    if (text.isBlank()) {
      return new JsonObject();
    }
    try {
      return new JsonObject(text);
    } catch (DecodeException wrong) {
      Matcher place = PLACE.matcher(wrong.getMessage());
      String where = place.find() ? ":" + place.group(1) + ":" + place.group(2) : "";
      throw new BadAgentSettingsException(
          path
              + where
              + ": here it stops being a JSON object. It was not touched; correct it, and run this"
              + " again");
    }
  }

  /**
   * What is made of the settings.
   *
   * @throws BadAgentSettingsException when the maker does not understand them; names the file
   */
  JsonObject understand(Supplier<JsonObject> maker) {
    try {
      return maker.get();
    } catch (BadAgentSettingsException wrong) {
      throw new BadAgentSettingsException(
          path + ": " + wrong.getMessage() + ". It was not touched; put that right first");
    }
  }

  /** Deletes it. */
  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /** Where the text before the last change is kept. */
  Path backup() {
    return path.resolveSibling(path.getFileName() + ".before-hookline");
  }

  /** Replaces the text, and keeps the one before. */
  void replace(String text) throws IOException {
    Path file = Files.exists(path) ? path.toRealPath() : path; // a link stays a link
    Set<PosixFilePermission> permissions = PRIVATE;
    if (Files.exists(file)) {
      permissions = Files.getPosixFilePermissions(file);
      Files.copy(
          file, backup(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    } else {
      Files.createDirectories(file.getParent());
    }
    Path aside =
        Files.createTempFile(
            file.getParent(), "settings", ".new", PosixFilePermissions.asFileAttribute(PRIVATE));
    try {
      Files.writeString(aside, text);
      Files.setPosixFilePermissions(aside, permissions);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
