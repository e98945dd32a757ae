/**
 * Takes calls and answers them: finds the bot and the method, lets a fault interfere, asks the
 * flood model, has the effect, and writes it all into the journal. Everything runs on one event
 * loop, call by call.
 */
package dev.hookline.emulator.engine;
