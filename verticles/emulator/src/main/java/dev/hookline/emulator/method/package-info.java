/**
 * The methods of the Bot API, a class per family. Each checks in the order in which the real server
 * does, because callers tell from the first error what holds and what does not.
 */
package dev.hookline.emulator.method;
