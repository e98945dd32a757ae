/**
 * The Bot API's HTTP port. Written on Netty and not on Vert.x's server, because faults need what
 * the latter does not offer: a reset instead of a close, half a response, a head without its body.
 * It reads requests on a thread of its own and hands them to the emulator's event loop, one per
 * connection at a time.
 */
package dev.hookline.emulator.door;
