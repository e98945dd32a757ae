/**
 * The open bus: programs of other languages send events in, follow sessions, and filter what is
 * about to be stored. They speak the protocol of Vert.x's event-bus bridges, over TCP or SockJS.
 *
 * <p>Nothing of Hookline's own event bus is within their reach: the few addresses that they know
 * are names of this room, and it alone decides what is behind them ({@link
 * dev.hookline.bus.Guest}). What they get is read from the store, so it has been committed and has
 * no secrets in it. Confined to the event loop of its verticle.
 */
package dev.hookline.bus;
