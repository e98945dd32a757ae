/** How Telegram slows bots down. */
package dev.hookline.emulator.flood;
