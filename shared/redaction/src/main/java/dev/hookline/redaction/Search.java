package dev.hookline.redaction;

import com.google.re2j.Matcher;
import dev.hookline.redaction.Rule.Check;
import dev.hookline.redaction.Rule.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * One search through one text. A rule is tried at its words only; one whose words are so many that
 * this costs more than to read the text in one go is let read it in one go. So the time grows with
 * the length of the text and not faster, whatever it says. Not thread-safe.
 */
final class Search {

  private static final int ENOUGH = 4; // times the text's length
  private static final int EACH = 16; // what a try costs at least, in characters

  private final Catalogue catalogue;
  private final String text;
  private final int[] done; // for each rule, up to where it has looked
  private final long[] spent;
  private final List<Find> finds = new ArrayList<>();
  private int gap; // the next white space, as far as it is known

  private Search(Catalogue catalogue, String text) {
    this.catalogue = catalogue;
    this.text = text;
    this.done = new int[catalogue.size()];
    this.spent = new long[catalogue.size()];
  }

  /** Every place that a rule finds, in no order; they may overlap. */
  static List<Find> through(String text, Catalogue catalogue) {
    Search search = new Search(catalogue, text);
    for (int rule : catalogue.everywhere()) {
      search.readAll(rule, 0);
    }
    catalogue.suggest(text, search::tryRule);
    return search.finds;
  }

  private void tryRule(int number, int start) {
    Rule rule = catalogue.rule(number);
    if (start < done[number]
        || (rule.atEdge() && isInsideWord(start))
        || (rule.asksFor(Check.ASSIGNED) && !isAssigned(start))) {
      return;
    }
    Limits limits = rule.limits();
    spent[number] += EACH + limits.before() + Math.min(limits.after(), nextGap(start) - start);
    if (spent[number] > (long) ENOUGH * text.length() + limits.after()) {
      readAll(number, Math.max(done[number], start - limits.before()));
      return;
    }
    int from = Math.max(done[number], start - limits.before());
    int to = Math.min(text.length(), start + limits.after());
    Matcher matcher = rule.pattern().matcher(text.substring(from, to));
    if (limits.before() == 0 ? matcher.lookingAt() : matcher.find()) {
      take(number, matcher, from);
    }
  }

  private void readAll(int number, int from) {
    Matcher matcher = catalogue.rule(number).pattern().matcher(text.substring(from));
    boolean atEdge = catalogue.rule(number).atEdge();
    while (matcher.find()) {
      if (!atEdge || !isInsideWord(from + matcher.start())) {
        take(number, matcher, from);
      }
    }
    done[number] = text.length();
  }

  private void take(int number, Matcher matcher, int offset) {
    Rule rule = catalogue.rule(number);
    int group = secretGroup(matcher);
    int start = offset + matcher.start(group);
    int end = endOfWord(offset + matcher.end(group));
    done[number] = Math.max(end, offset + matcher.end());
    if (holds(rule, offset + matcher.start(), start, end)) {
      finds.add(new Find(start, end, number, rule.kind(), rule.byName()));
    }
  }

  private boolean holds(Rule rule, int name, int start, int end) {
    String secret = text.substring(start, end);
    return Letters.entropy(secret) >= rule.limits().entropy()
        && (!rule.asksFor(Check.DIGIT) || Letters.mixed(secret))
        && (!rule.asksFor(Check.FILLED) || Placeholders.isFilled(secret))
        && (!rule.byName()
            || new Assigned(text, name, start, end).isSecret(rule.asksFor(Check.SECRET)));
  }

  private static int secretGroup(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }

  // A token may be longer than the pattern knows, or than the pattern was given of it.
  private int endOfWord(int end) {
    int last = end;
    while (last > 0
        && last < text.length()
        && isInsideWord(last)
        && Letters.is(text.charAt(last))) {
      last++;
    }
    return last;
  }

  private boolean isInsideWord(int at) {
    return at > 0 && Letters.is(text.charAt(at - 1));
  }

  // What the patterns of such rules ask for as well, only faster: most names are not assigned to.
  private boolean isAssigned(int name) {
    int end = name + 1;
    while (end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    while (end < text.length() && "\"'`] \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end < text.length() && (text.charAt(end) == '=' || text.charAt(end) == ':');
  }

  private static boolean isPartOfName(char c) {
    return Letters.is(c) || c == '_' || c == '-' || c == '.';
  }

  private int nextGap(int from) {
    gap = Math.max(gap, from);
    while (gap < text.length() && text.charAt(gap) > ' ') {
      gap++;
    }
    return gap;
  }
}
