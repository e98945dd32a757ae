/**
 * The ports to what must survive: events, their order, topics, the outbox, chats and updates.
 *
 * <p>All calls are asynchronous and may be made from any thread. A port fails with {@link
 * dev.hookline.store.StoreUnavailableException} when the database cannot be used; nothing is then
 * known about the outcome, and the caller tries again with the same ids.
 */
package dev.hookline.store;
