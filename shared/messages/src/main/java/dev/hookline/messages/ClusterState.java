package dev.hookline.messages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Objects;

/**
 * The nodes that a node sees in its cluster. What each says of itself is not checked.
 *
 * @param members in the order in which they came
 */
public record ClusterState(List<Member> members) implements Shareable {

  /**
   * A node of the cluster.
   *
   * @param node its id; empty when it does not say
   * @param address where the others find it
   * @param own whether it is the one that sees the others
   */
  public record Member(String node, String address, boolean own) {

    public Member {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(address, "address");
    }

    private JsonObject toJson() {
      return new JsonObject().put("node", node).put("address", address).put("own", own);
    }
  }

  public ClusterState {
    members = List.copyOf(members);
  }

  JsonArray toJson() {
    return new JsonArray(members.stream().map(Member::toJson).toList());
  }
}
