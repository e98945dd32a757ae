package dev.hookline.app.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the collector takes and what it does not, and says once when it is away. */
final class CountedExporter implements SpanExporter {

  private static final Logger LOGGER = LoggerFactory.getLogger(CountedExporter.class);

  private final SpanExporter exporter;
  private final SpanCounts counts;
  private final AtomicBoolean away = new AtomicBoolean();

  CountedExporter(SpanExporter exporter, SpanCounts counts) {
    this.exporter = exporter;
    this.counts = counts;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int size = spans.size();
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> settled(result, size));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private void settled(CompletableResultCode result, int size) {
    if (result.isSuccess()) {
      counts.exported(size);
      if (away.getAndSet(false)) {
        LOGGER.atInfo().log("the collector takes traces again");
      }
    } else {
      counts.lost(size);
      if (!away.getAndSet(true)) {
        LOGGER
            .atWarn()
            .addKeyValue("reason", String.valueOf(result.getFailureThrowable()))
            .log("the collector takes no traces; they are dropped until it does");
      }
    }
  }
}
