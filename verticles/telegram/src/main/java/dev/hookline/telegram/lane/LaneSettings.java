package dev.hookline.telegram.lane;

/**
 * How a lane behaves. Spans in milliseconds.
 *
 * @param guardMillis how old a claim on a topic may be when its call is made, and how long a slot
 *     waits for it
 * @param settleMillis how long a lost answer is looked for before the message is sent again
 * @param recheckMillis how long after a trouble of the whole chat it is looked at again
 */
public record LaneSettings(long guardMillis, long settleMillis, long recheckMillis) {}
