/**
 * Sets a node up, and finds out what is wrong: {@code setup} and {@code doctor}. Blocking, for the
 * thread that runs a command. Whatever is said here is said without secrets.
 */
package dev.hookline.app.care;
