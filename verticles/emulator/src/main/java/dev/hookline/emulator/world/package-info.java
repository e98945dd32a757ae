/**
 * What there is: bots, people, chats, topics, messages, files. Plain state without Vert.x and
 * without rules; who may do what is decided by those who change it. Everything can be copied, which
 * is what a snapshot is. Confined to the emulator's event loop.
 */
package dev.hookline.emulator.world;
