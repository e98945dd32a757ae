package dev.hookline.app.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.DataSerializable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.shareddata.ClusterSerializable;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Things that do harm by being made. Each counts how often one was. */
public enum Gadget {
  SERIALIZABLE,
  CALLABLE,
  EXTERNALIZABLE,
  HAZELCAST_S_OWN,
  VERTX_S_OWN,
  COMPACT;

  private static final AtomicInteger MADE = new AtomicInteger();

  /** One of these, not counted. */
  Object make() {
    Object gadget =
        switch (this) {
          case SERIALIZABLE -> new Plain();
          case CALLABLE -> new Call();
          case EXTERNALIZABLE -> new External();
          case HAZELCAST_S_OWN -> new Own();
          case VERTX_S_OWN -> new Vertx();
          case COMPACT -> new Compact("x");
        };
    MADE.set(0);
    return gadget;
  }

  /** How many were made since. */
  static int made() {
    return MADE.get();
  }

  private static void count() {
    MADE.incrementAndGet();
  }

  /** By Java serialization. */
  static final class Plain implements Serializable {
    private void readObject(ObjectInputStream in) {
      count();
    }
  }

  /** By Java serialization, to be run. */
  static final class Call implements Callable<String>, Serializable {
    @Override
    public String call() {
      count();
      return "ran";
    }

    private void readObject(ObjectInputStream in) {
      count();
    }
  }

  /** By Java serialization in its other form. */
  public static final class External implements Externalizable {
    public External() {
      count();
    }

    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {}
  }

  /** In a form in which Hazelcast makes whatever is named. */
  public static final class Own implements DataSerializable {
    public Own() {
      count();
    }

    @Override
    public void writeData(ObjectDataOutput out) {}

    @Override
    public void readData(ObjectDataInput in) {}
  }

  /** In a form in which Vert.x makes whatever is named. */
  public static final class Vertx implements ClusterSerializable {
    public Vertx() {
      count();
    }

    @Override
    public void writeToBuffer(Buffer buffer) {}

    @Override
    public int readFromBuffer(int position, Buffer buffer) {
      return position;
    }
  }

  /** In a form that needs nothing of its class. */
  record Compact(String value) {
    Compact {
      count();
    }
  }
}
