/**
 * What crosses the rooms: the events of agent sessions, the hints and requests on the event bus,
 * and the addresses they travel on.
 *
 * <p>Everything here is an immutable record, safe to share between threads. The package knows the
 * JDK and Vert.x core, and nothing else of Hookline.
 */
package dev.hookline.messages;
