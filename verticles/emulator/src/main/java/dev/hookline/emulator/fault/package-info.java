/** What can go wrong, and when it does. */
package dev.hookline.emulator.fault;
