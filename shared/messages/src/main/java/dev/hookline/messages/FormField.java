package dev.hookline.messages;

import dev.hookline.messages.Decision.Reply;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field of a form, as the Model Context Protocol (2025-11-25, elicitation) lets servers ask for
 * it: what may be replied, and which value of the form that is. Who shows the field and who gives
 * the agent its value read it each from what they have of the schema; a value that the schema names
 * goes by its place, because secrets may have been taken out of what a person sees.
 *
 * @param name the field's name in the form
 * @param title what a person reads
 * @param description more of it; may be empty
 * @param required whether it cannot be left out
 * @param kind what it holds
 * @param options the values that can be chosen; for a text or number its default, if it has one
 * @param min the least number, of characters or of chosen values where it is none; null for any
 * @param max the greatest; null for any
 * @param format what a text has to be
 */
public record FormField(
    String name,
    String title,
    String description,
    boolean required,
    Kind kind,
    List<Option> options,
    BigDecimal min,
    BigDecimal max,
    FormFormat format) {

  /** What a field holds. */
  public enum Kind {
    /** One of its options. */
    CHOICE,
    /** Any of its options. */
    CHOICES,
    TEXT,
    NUMBER,
    WHOLE_NUMBER
  }

  /**
   * Something that can be chosen.
   *
   * @param value as the form wants it
   * @param label as a person reads it
   */
  public record Option(Object value, String label) {

    public Option {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(label, "label");
    }
  }

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");

  public FormField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    options = List.copyOf(options);
  }

  /** Whether something is chosen, and not written. */
  public boolean isChosen() {
    return kind == Kind.CHOICE || kind == Kind.CHOICES;
  }

  /** What is wanted, in words that can follow "Reply with". */
  public String wanted() {
    return switch (kind) {
      case CHOICE -> "one of these";
      case CHOICES -> "any of these" + limits("");
      case TEXT -> format.wanted() + limits(" characters");
      case NUMBER -> "a number" + limits("");
      case WHOLE_NUMBER -> "a whole number" + limits("");
    };
  }

  /** What somebody wrote, as a reply: who writes what is on a button has chosen it. */
  public Reply written(String words) {
    if (isChosen()) {
      for (int i = 0; i < options.size(); i++) {
        if (options.get(i).label().equalsIgnoreCase(words.strip())) {
          return new Reply(List.of(i), "");
        }
      }
    }
    return new Reply(List.of(), kind == Kind.TEXT ? words : words.strip());
  }

  /** Whether the schema accepts a reply. */
  public boolean accepts(Reply reply) {
    if (reply.isNone()) {
      return kind == Kind.CHOICES ? isWithin(0) || !required : !required;
    }
    if (reply.isEmpty()
        || !reply.options().stream().allMatch(it -> it >= 0 && it < options.size())) {
      return false;
    }
    if (!reply.options().isEmpty()) {
      return kind == Kind.CHOICES ? isWithin(reply.options().size()) : reply.options().size() == 1;
    }
    return isAcceptable(reply.words());
  }

  /**
   * The value that the form gets.
   *
   * @param reply one that {@link #accepts} accepts
   * @return empty when the field is left out
   */
  public Optional<Object> value(Reply reply) {
    if (reply.isNone()) {
      return kind == Kind.CHOICES && required ? Optional.of(new JsonArray()) : Optional.empty();
    }
    List<Object> chosen = reply.options().stream().map(it -> options.get(it).value()).toList();
    if (kind == Kind.CHOICES) {
      return Optional.of(new JsonArray(chosen));
    }
    return Optional.of(chosen.isEmpty() ? written(reply) : chosen.get(0));
  }

  private Object written(Reply reply) {
    String words = reply.words();
    if (kind == Kind.TEXT) {
      return words;
    }
    return words.contains(".") ? (Object) Double.valueOf(words) : (Object) Long.valueOf(words);
  }

  private boolean isAcceptable(String words) {
    return switch (kind) {
      case CHOICE, CHOICES -> false;
      case TEXT -> isWithin(words.codePointCount(0, words.length())) && format.fits(words);
      case NUMBER, WHOLE_NUMBER ->
          NUMBER.matcher(words).matches()
              && (kind == Kind.NUMBER || !words.contains("."))
              && isWithin(new BigDecimal(words));
    };
  }

  private boolean isWithin(int count) {
    return isWithin(BigDecimal.valueOf(count));
  }

  private boolean isWithin(BigDecimal number) {
    return (min == null || number.compareTo(min) >= 0)
        && (max == null || number.compareTo(max) <= 0);
  }

  private String limits(String of) {
    if (min == null && max == null) {
      return "";
    }
    String range;
    if (max == null) {
      range = "at least " + min.toPlainString();
    } else if (min == null) {
      range = "at most " + max.toPlainString();
    } else {
      range = min.toPlainString() + " to " + max.toPlainString();
    }
    return " (" + range + of + ")";
  }
}
