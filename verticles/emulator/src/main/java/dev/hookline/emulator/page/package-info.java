/**
 * The web page of the control port, as files. It shows what the control port tells and does what
 * the control port allows; nothing else knows it.
 */
package dev.hookline.emulator.page;
