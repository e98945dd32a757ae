/**
 * Where everything happens: the world as it is now with its time and knobs, and those who are told
 * of what happens: bots by polls and webhooks, and those who watch.
 */
package dev.hookline.emulator.stage;
