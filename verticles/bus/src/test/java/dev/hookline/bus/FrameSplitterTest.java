package dev.hookline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSplitterTest {

  private final List<String> frames = new ArrayList<>();
  private int junk;
  private int longest = 10;
  private final FrameSplitter splitter =
      new FrameSplitter(() -> longest, frame -> frames.add(frame.toString()), () -> junk++);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 100})
  void finds_the_same_frames_however_they_come(int chunk) {
    Buffer all = frame("{}").appendBuffer(frame("{\"a\":1}")).appendBuffer(frame("[7]"));

    for (int at = 0; at < all.length(); at += chunk) {
      splitter.handle(all.getBuffer(at, Math.min(all.length(), at + chunk)));
    }

    assertThat(frames).containsExactly("{}", "{\"a\":1}", "[7]");
    assertThat(junk).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 11, Integer.MAX_VALUE})
  void reads_nothing_more_after_an_impossible_length(int length) {
    splitter.handle(frame("{}").appendInt(length).appendBuffer(frame("{}")));
    splitter.handle(frame("{}"));

    assertThat(frames).containsExactly("{}");
    assertThat(junk).isEqualTo(1);
  }

  @Test
  void asks_for_each_frame_how_long_it_may_be() {
    splitter.handle(frame("{\"a\":1}"));
    longest = 2;
    splitter.handle(frame("{\"a\":1}"));

    assertThat(frames).hasSize(1);
    assertThat(junk).isEqualTo(1);
  }

  private static Buffer frame(String json) {
    return Buffer.buffer().appendInt(json.length()).appendString(json);
  }
}
