/**
 * Shows a person, in the browser, what goes on: sessions and their topics, what waits and why, the
 * chat's budget, what needs a hand, what became of each event, and what agents ask. It changes one
 * thing: what was given up can be shown again.
 *
 * <p>{@link dev.hookline.console.Snapshots} reads the store's overview, {@link
 * dev.hookline.console.Reasons} and {@link dev.hookline.console.Advice} put it into words, {@link
 * dev.hookline.console.LiveView} decides when to look again. The doors answer what a page asks for,
 * from the store as well. Nobody gets in without the link that {@link
 * dev.hookline.console.ConsoleAccess} makes. All are confined to the event loop of their verticle,
 * or are plain values.
 */
package dev.hookline.console;
