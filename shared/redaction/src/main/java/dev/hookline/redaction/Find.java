package dev.hookline.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place in a text that holds a secret.
 *
 * @param start its first character
 * @param end behind its last character
 * @param rank which kind names a place that several claim: the smaller one
 * @param kind what kind of secret it is
 * @param named whether only its name says that it is one: then all that the name stands for is
 */
record Find(int start, int end, int rank, String kind, boolean named) {

  /** The same place, moved. */
  Find at(int from, int to) {
    return new Find(from, to, rank, kind, named);
  }

  /** The places in the order of the text; those that overlap are one. */
  static List<Find> apart(List<Find> finds) {
    List<Find> apart = new ArrayList<>(finds.size());
    finds.stream()
        .sorted(Comparator.comparingInt(Find::start).thenComparingInt(Find::rank))
        .forEach(
            find -> {
              int last = apart.size() - 1;
              if (last >= 0 && find.start < apart.get(last).end) {
                apart.set(last, apart.get(last).with(find));
              } else {
                apart.add(find);
              }
            });
    return apart;
  }

  private Find with(Find other) {
    Find first = other.rank < rank ? other : this;
    return first.at(Math.min(start, other.start), Math.max(end, other.end));
  }
}
