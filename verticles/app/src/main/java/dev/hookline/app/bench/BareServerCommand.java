package dev.hookline.app.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A server that reads every request and answers 200: what the platform itself can do. */
@Command(name = "bench-bare-server", hidden = true)
public final class BareServerCommand implements Callable<Integer> {

  @Parameters private int port;

  @Override
  public Integer call() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    Vertx.vertx().deployVerticle(Bare::new, new DeploymentOptions().setInstances(cores)).await();
    new CountDownLatch(1).await(); // until it is killed
    return 0;
  }

  private final class Bare extends VerticleBase {

    @Override
    public Future<?> start() {
      return vertx
          .createHttpServer()
          .requestHandler(request -> request.body().onSuccess(body -> request.response().end("{}")))
          .listen(port, "127.0.0.1");
    }
  }
}
