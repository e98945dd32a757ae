package dev.hookline.lab.report;

import java.util.Locale;
import java.util.stream.LongStream;

/** SVG in which x is time. */
final class Drawing {

  private static final int LEFT = 100;
  private static final int WIDTH = 1_200;
  private static final int COLUMNS = 300;
  private static final int TICKS = 10;

  private final long from;
  private final long to;
  private final int height;
  private final StringBuilder body = new StringBuilder();

  /** An empty one for a span of time, in milliseconds of the epoch. */
  Drawing(long from, long to, int height) {
    this.from = from;
    this.to = Math.max(to, from + 1);
    this.height = height;
  }

  void title(String text) {
    text(8, 20, 15, text);
  }

  void label(String text, int top) {
    text(8, top + 16, 12, text);
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='M%d %d h%d' stroke='#ccc' stroke-width='.5'/>%n",
            LEFT,
            top,
            WIDTH));
  }

  void bar(long begin, long end, int top, int thickness, String colour, String what) {
    double x = x(begin);
    double width = Math.max(1.5, x(Math.min(end, to)) - x);
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'><title>%s, %.1f s to %.1f s"
                + "</title></rect>%n",
            x,
            top,
            width,
            thickness,
            colour,
            what,
            (begin - from) / 1e3,
            (Math.min(end, to) - from) / 1e3));
  }

  void histogram(LongStream times, int top, int tallest, String colour) {
    long[] counts = new long[COLUMNS];
    times.filter(at -> at >= from && at <= to).forEach(at -> counts[column(at)]++);
    long most = Math.max(1, LongStream.of(counts).max().orElse(1));
    double width = (double) WIDTH / COLUMNS;
    for (int column = 0; column < COLUMNS; column++) {
      double size = (double) tallest * counts[column] / most;
      body.append(
          String.format(
              Locale.ROOT,
              "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>%n",
              LEFT + column * width,
              top + tallest - size,
              width,
              size,
              colour));
    }
    double second = (to - from) / 1e3 / COLUMNS;
    text(8, top + 32, 10, String.format(Locale.ROOT, "most %.0f/s", most / second));
  }

  void line(long at, int top, int bottom, String what) {
    body.append(
        String.format(
            Locale.ROOT,
            "<path d='M%.1f %d V%d' stroke='#333' stroke-dasharray='4 3'><title>%s</title></path>%n",
            x(at),
            top,
            bottom,
            what));
  }

  /** What a colour means, the columns side by side. */
  void key(int column, int top, int size, String colour, String meaning) {
    int x = LEFT + column * 115;
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x='%d' y='%d' width='%d' height='%d' fill='%s'/>%n",
            x,
            top,
            size,
            size,
            colour));
    text(x + size + 4, top + size - 1, 11, meaning);
  }

  void axis(int top) {
    for (int tick = 0; tick <= TICKS; tick++) {
      long at = from + (to - from) * tick / TICKS;
      text(x(at) - 8, top + 16, 10, String.format(Locale.ROOT, "%.0f s", (at - from) / 1e3));
    }
  }

  String svg() {
    return String.format(
        Locale.ROOT,
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'>%n"
            + "<rect width='100%%' height='100%%' fill='white'/>%n%s</svg>%n",
        LEFT + WIDTH + 20,
        height,
        body);
  }

  private void text(double x, int y, int size, String text) {
    body.append(
        String.format(
            Locale.ROOT, "<text x='%.1f' y='%d' font-size='%d'>%s</text>%n", x, y, size, text));
  }

  private double x(long at) {
    return LEFT + (double) (Math.max(from, at) - from) * WIDTH / (to - from);
  }

  private int column(long at) {
    return (int) Math.min(COLUMNS - 1, (at - from) * COLUMNS / (to - from));
  }
}
