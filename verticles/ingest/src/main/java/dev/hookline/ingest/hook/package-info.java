/**
 * Turns the raw hook events of agents into canonical ones.
 *
 * <p>Free of I/O and of threads: everything here may be called from any thread. The words of the
 * agents stay inside this package.
 */
package dev.hookline.ingest.hook;
