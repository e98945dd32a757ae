/**
 * Measures. Everything that is measured runs in a process of its own, started by the launcher as a
 * user would start it; the driver is this process. What is compared runs in turns within one run,
 * and medians are reported.
 */
package dev.hookline.app.bench;
