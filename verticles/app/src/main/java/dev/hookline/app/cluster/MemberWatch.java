package dev.hookline.app.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.InitialMembershipEvent;
import com.hazelcast.cluster.InitialMembershipListener;
import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how many nodes this one sees, whenever that changes. */
final class MemberWatch implements InitialMembershipListener {

  private static final Logger LOGGER = LoggerFactory.getLogger(MemberWatch.class);

  private MemberWatch() {}

  /** Says who is there now, and from now on who comes and goes. */
  static void begin(Cluster cluster) {
    cluster.addMembershipListener(new MemberWatch());
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

  private static void say(Member member, Set<Member> nodes, String what) {
    LOGGER
        .atInfo()
        .addKeyValue("address", member.getAddress())
        .addKeyValue("nodes", nodes.size())
        .log(what);
  }
}
