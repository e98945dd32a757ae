/**
 * Turns outbox entries into what Telegram shows: plain text with entities, and documents.
 *
 * <p>Called by the lane only. No state, no input or output; may be called from any thread.
 */
package dev.hookline.telegram.render;
