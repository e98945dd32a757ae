/** What a call of the Bot API is: its arguments, what it would do, and how it is answered. */
package dev.hookline.emulator.call;
