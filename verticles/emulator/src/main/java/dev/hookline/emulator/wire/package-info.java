/** How things are written in the Bot API's JSON, as plain maps and lists. */
package dev.hookline.emulator.wire;
