/**
 * How a chat takes what agents tell, in virtual time: the lane, the store and the emulated Telegram
 * are the real ones, only their clocks are turned by hand.
 */
package dev.hookline.app.bench.chat;
