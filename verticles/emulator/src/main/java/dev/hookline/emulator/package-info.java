/**
 * A double of the Telegram Bot API that ships with the product: {@code demo} runs against it, the
 * tests take it as their oracle, a person can look at it in the browser. docs/emulator.md says how
 * it is spoken to.
 *
 * <p>The way of a call: {@code door} (HTTP) to {@code engine} (who, which method, which fault,
 * which limit) to {@code method} (checks) to {@code act} (what happens), which changes the {@code
 * world} and tells those who are told on the {@code stage}.
 */
package dev.hookline.emulator;
