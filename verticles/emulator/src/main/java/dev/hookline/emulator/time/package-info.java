/** The emulator's time: the real one, or one that moves only when it is told to. */
package dev.hookline.emulator.time;
