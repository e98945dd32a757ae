package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Says that an agent's question was settled. A hint: losing one delays the answer by a second.
 *
 * @param approval the question's id
 */
public record ApprovalSettled(String approval) {

  /** Wire form. */
  public static final RecordCodec<ApprovalSettled> CODEC =
      new RecordCodec<>(
          ApprovalSettled.class,
          "approval-settled",
          1,
          settled -> new JsonObject().put("approval", settled.approval()),
          json -> new ApprovalSettled(json.getString("approval")));

  public ApprovalSettled {
    Objects.requireNonNull(approval, "approval");
  }
}
