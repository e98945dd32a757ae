/**
 * What rooms tell of the way of an event, for whoever follows it from hook to Telegram. Nothing
 * here crosses the bus, and nothing is decided by it.
 */
package dev.hookline.messages.trace;
