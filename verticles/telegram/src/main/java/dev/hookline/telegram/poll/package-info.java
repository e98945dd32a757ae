/**
 * Reads the bot's updates: stores each batch, then moves on, then handles what is stored.
 *
 * <p>Wired by the Telegram verticle only; confined to its event loop.
 */
package dev.hookline.telegram.poll;
