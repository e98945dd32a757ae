/**
 * The one door to Telegram's Bot API: requests, answers and how certain they are.
 *
 * <p>Everything that speaks the Bot API's own types stays behind {@link
 * dev.hookline.telegram.bot.BotGateway}; the bot's token never leaves this package. May be called
 * by the rest of the Telegram room only. Confined to the event loop of the caller.
 */
package dev.hookline.telegram.bot;
