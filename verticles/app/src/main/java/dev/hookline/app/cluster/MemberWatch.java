package dev.hookline.app.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.InitialMembershipEvent;
import com.hazelcast.cluster.InitialMembershipListener;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import dev.hookline.messages.ClusterState;
import dev.hookline.messages.NodeState;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which nodes this one sees, whenever that changes: in the log, and to the node's rooms. */
final class MemberWatch implements InitialMembershipListener {

  private static final Logger LOGGER = LoggerFactory.getLogger(MemberWatch.class);
  private static final int LONGEST_ID = 64; // what another member says may be anything

  private final NodeState node;

  private MemberWatch(NodeState node) {
    this.node = node;
  }

  /** Says who is there now, and from now on who comes and goes. */
  static void begin(Cluster cluster, NodeState node) {
    cluster.addMembershipListener(new MemberWatch(node));
  }

  @Override
  public void init(InitialMembershipEvent event) {
    say(event.getCluster().getLocalMember(), event.getMembers(), "in cluster");
  }

  @Override
  public void memberAdded(MembershipEvent event) {
    say(event.getMember(), event.getMembers(), "a node has come");
  }

  @Override
  public void memberRemoved(MembershipEvent event) {
    say(event.getMember(), event.getMembers(), "a node has gone");
  }

  private void say(Member member, Set<Member> nodes, String what) {
    node.note(new ClusterState(nodes.stream().map(MemberWatch::state).toList()));
    LOGGER
        .atInfo()
        .addKeyValue("address", member.getAddress())
        .addKeyValue("nodes", nodes.size())
        .log(what);
  }

  private static ClusterState.Member state(Member member) {
    String id = Objects.requireNonNullElse(member.getAttribute(MemberConfig.NODE), "");
    return new ClusterState.Member(
        id.substring(0, Math.min(id.length(), LONGEST_ID)),
        member.getAddress().getHost() + ":" + member.getAddress().getPort(),
        member.localMember());
  }
}
