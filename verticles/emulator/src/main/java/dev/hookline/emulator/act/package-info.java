/**
 * What happens in chats, whoever does it: a bot by a call, a user by the control port, a fault.
 * Each act changes the world, tells the bots what they would hear, and tells those who watch.
 * Nothing here asks for rights.
 */
package dev.hookline.emulator.act;
