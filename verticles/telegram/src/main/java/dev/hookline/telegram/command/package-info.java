/**
 * Commands that people write in the chat: who may give them, what each does, and the chat's menu of
 * them. Answers are errands in the store, which the lane runs.
 *
 * <p>Confined to the event loop of who reads the updates.
 */
package dev.hookline.telegram.command;
