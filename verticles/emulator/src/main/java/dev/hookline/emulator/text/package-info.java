/** What Telegram makes of texts, their entities, and names before it takes them. */
package dev.hookline.emulator.text;
