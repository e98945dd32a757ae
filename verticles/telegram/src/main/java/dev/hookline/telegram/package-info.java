/**
 * The only room that knows Telegram: sends what the outbox holds, within the chat's limits, and
 * reads the bot's updates.
 *
 * <p>Wired by the app, met by other rooms on the bus and in the store only; no type of the Bot API
 * leaves it. Everything runs on the event loop of {@link dev.hookline.telegram.TelegramVerticle},
 * one instance per node.
 */
package dev.hookline.telegram;
