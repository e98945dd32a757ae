package dev.hookline.emulator;

import dev.hookline.emulator.control.ControlRoutes;
import dev.hookline.emulator.control.Controls;
import dev.hookline.emulator.control.Founding;
import dev.hookline.emulator.door.ApiDoor;
import dev.hookline.emulator.door.HttpCourier;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.fault.FaultBook;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.time.RealTimeline;
import dev.hookline.emulator.time.Timeline;
import dev.hookline.emulator.time.VirtualTimeline;
import dev.hookline.emulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the emulator: the world, the Bot API's port and the control port. Deploy one instance: all
 * calls are answered on its event loop, one after the other.
 */
public final class EmulatorVerticle extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(EmulatorVerticle.class);

  private final EmulatorOptions options;
  private final Clock clock;
  private final Journal journal;

  private ApiDoor door;
  private HttpCourier courier;
  private HttpServer controlServer;
  private volatile int apiPort;
  private volatile EmulatorControl control;

  /**
   * @param clock the real time, or where virtual time begins
   */
  public EmulatorVerticle(EmulatorOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
    this.journal = new Journal(options.journalLimit());
  }

  @Override
  public Future<?> start() {
    Timeline time =
        options.virtualClock()
            ? new VirtualTimeline(clock.millis())
            : new RealTimeline(vertx, clock);
    courier = new HttpCourier(vertx, journal, time);
    Stage stage = new Stage(new World(options.seed()), time, options.knobs(), courier);
    new Founding(stage).all(options, options.seed());
    FaultBook faults = new FaultBook(stage, options.seed());
    Engine engine = new Engine(stage, journal, faults);
    faults.listen(engine);
    door = new ApiDoor(action -> context.runOnContext(ignored -> action.run()), engine);
    return door.open(options.host(), options.apiPort())
        .compose(
            port -> openControl(port, new Controls(options, engine, faults, journal, door::apply)));
  }

  @Override
  public Future<?> stop() {
    return Future.join(controlServer.close(), door.close(), courier.close());
  }

  /** Where a Bot API client is to go, once deployed. */
  public URI apiRoot() {
    return URI.create("http://" + options.host() + ":" + apiPort);
  }

  /** The Bot API's port, once deployed. */
  public int apiPort() {
    return apiPort;
  }

  /** The control port, once deployed. */
  public int controlPort() {
    return controlServer.actualPort();
  }

  /** Every call that came. May be read from any thread. */
  public Journal journal() {
    return journal;
  }

  /** What the control port can do, once deployed. */
  public EmulatorControl control() {
    return control;
  }

  private Future<?> openControl(int port, Controls controls) {
    apiPort = port;
    control = new EmulatorControl(context, controls, apiRoot().toString());
    ControlRoutes routes = new ControlRoutes(vertx, controls, apiRoot().toString());
    // HTTP/1.1 alone: the upgrade to HTTP/2 would be one more way past the checks of a request.
    controlServer = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false));
    return controlServer
        .requestHandler(routes.router())
        .listen(options.controlPort(), options.host())
        .onSuccess(ignored -> opened());
  }

  private void opened() {
    LOGGER
        .atInfo()
        .addKeyValue("api", apiPort)
        .addKeyValue("control", controlPort())
        .log("Bot API emulator is open");
  }
}
