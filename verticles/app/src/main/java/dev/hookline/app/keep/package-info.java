/** Commands that copy a node's store, put a copy back, and make it smaller. */
package dev.hookline.app.keep;
