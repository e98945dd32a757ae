package dev.hookline.telegram.lane;

import dev.hookline.messages.Verbosity;

/**
 * What a lane serves, and how it behaves. Spans in milliseconds.
 *
 * @param chat the Telegram chat's id
 * @param node names this node in the store, over its restarts too
 * @param budgetPerMinute how many calls the chat gets in 60 seconds
 * @param minGapMillis the least time between two calls
 * @param guardMillis how old a claim on a topic may be when its call is made, and how long a slot
 *     waits for it
 * @param settleMillis how long a lost answer is looked for before the message is sent again
 * @param recheckMillis how long after a trouble of the whole chat it is looked at again
 * @param standByMillis how often a node that stands by tries to take the chat
 * @param handOverMillis for how long Telegram may be out of reach before the chat is given back, so
 *     that another node may try
 * @param verbosity how much to show of a session of which nobody said it
 */
public record LaneSettings(
    long chat,
    String node,
    int budgetPerMinute,
    long minGapMillis,
    long guardMillis,
    long settleMillis,
    long recheckMillis,
    long standByMillis,
    long handOverMillis,
    Verbosity verbosity) {}
