/**
 * The control port: a person or a test plays the users, makes things go wrong, and looks at what
 * happened.
 */
package dev.hookline.emulator.control;
