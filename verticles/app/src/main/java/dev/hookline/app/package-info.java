/**
 * The program: commands, settings, and the wiring of a node. The only room that knows all others,
 * and the only one that reads the time, the environment and the system's randomness; everybody else
 * is given them.
 *
 * <p>{@link dev.hookline.app.Node} is a node made of given parts; {@link
 * dev.hookline.app.LocalNode} gives it this machine's.
 */
package dev.hookline.app;
