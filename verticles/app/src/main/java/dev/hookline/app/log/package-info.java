/** How much the node writes to its log, and in what form. */
package dev.hookline.app.log;
