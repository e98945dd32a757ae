/**
 * The lane of a chat: everything that is sent there, one call at a time and within the budget.
 *
 * <p>Wired by the Telegram verticle only. Everything here is confined to that verticle's event
 * loop. What is to be sent, and what became of it, is in the store; a lane can be thrown away at
 * any moment.
 */
package dev.hookline.telegram.lane;
