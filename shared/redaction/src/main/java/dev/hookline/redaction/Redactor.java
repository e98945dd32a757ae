package dev.hookline.redaction;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts: what stood there becomes <code>[redacted: kind]</code>. Looks behind
 * the escapes of JSON, URLs and terminals too. The same text always gives the same; a text without
 * secrets stays what it is. Immutable, thread-safe.
 */
public final class Redactor {

  private static final int DEEPEST = 3; // JSON in JSON in JSON
  private static final int OWN = -1; // before every rule

  private final List<OwnSecret> own;
  private final Catalogue catalogue;

  private Redactor(List<OwnSecret> own, Catalogue catalogue) {
    this.own = own;
    this.catalogue = catalogue;
  }

  /**
   * A redactor for all that is known, the settings' rules, and the node's own secrets.
   *
   * @param own those that are not {@linkplain OwnSecret#isLongEnough long enough} are not looked
   *     for
   */
  public static Redactor of(RedactionOptions options, List<OwnSecret> own) {
    List<Rule> rules =
        Stream.concat(
                options.rules().stream().map(rule -> Rule.everywhere(rule.kind(), rule.pattern())),
                RuleFile.read().stream())
            .toList();
    return new Redactor(
        own.stream().filter(OwnSecret::isLongEnough).toList(), new Catalogue(rules));
  }

  /** The text without secrets. */
  public String text(String text) {
    List<Find> finds = Find.apart(finds(text));
    if (finds.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    for (Find find : finds) {
      clean.append(text, from, find.start()).append(label(find.kind()));
      from = find.end();
    }
    return clean.append(text, from, text.length()).toString();
  }

  /**
   * The object without secrets, in keys and in values, however deep; the given one is not changed.
   */
  public JsonObject json(JsonObject object) {
    return new JsonRedaction(this).object(object);
  }

  /**
   * What stands under a name without secrets: where the name says so, all of it is one.
   *
   * @param name for example {@code password}
   */
  String named(String name, String value) {
    String quoted = '"' + name + '"';
    if (!catalogue.isTelling(quoted)) {
      return text(value);
    }
    String left = quoted + ":\"";
    return finds(left + value + '"').stream()
        .filter(find -> find.named() && find.start() == left.length())
        .findFirst()
        .map(find -> label(find.kind()))
        .orElseGet(() -> text(value));
  }

  private List<Find> finds(String text) {
    List<Find> finds = new ArrayList<>(finds(text, ignored -> ignored));
    Decoded decoded = Decoded.of(text);
    for (int depth = 0; depth < DEEPEST && decoded != null; depth++) {
      finds.addAll(finds(decoded.text(), decoded::encoded));
      decoded = decoded.deeper();
    }
    return finds;
  }

  private List<Find> finds(String text, UnaryOperator<Find> place) {
    List<Find> finds = Search.through(text, catalogue);
    for (OwnSecret secret : own) {
      int at = text.indexOf(secret.value());
      while (at >= 0) {
        int end = at + secret.value().length();
        finds.add(new Find(at, end, OWN, secret.kind(), false));
        at = text.indexOf(secret.value(), end);
      }
    }
    return finds.stream().map(place).toList();
  }

  private static String label(String kind) {
    return "[redacted: " + kind + "]";
  }
}
