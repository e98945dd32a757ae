/**
 * Takes the bot's updates where Telegram posts them: any node stores what comes, the chat's holder
 * handles it.
 *
 * <p>Wired by the Telegram verticle only; confined to its event loop.
 */
package dev.hookline.telegram.webhook;
