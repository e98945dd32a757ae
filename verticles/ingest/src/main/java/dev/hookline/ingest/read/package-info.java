/**
 * Turns bytes from outside into canonical events, or says what is wrong with them.
 *
 * <p>Free of I/O and of threads: everything here may be called from any thread.
 */
package dev.hookline.ingest.read;
