package dev.hookline.ingest;

import dev.hookline.ingest.hook.AgentAnswer;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.NewApproval;
import io.vertx.core.Promise;

/**
 * An agent that waits for an answer.
 *
 * @param asked its question, as the store knows it
 * @param event the event that asks, without secrets
 * @param answer knows how the agent wants to hear it
 * @param returns whether the agent comes back when its connection breaks
 * @param reply what is answered in the end
 */
record Held(
    NewApproval asked,
    HookEvent event,
    AgentAnswer answer,
    boolean returns,
    Promise<Reply> reply) {}
