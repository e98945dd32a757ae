/** Writes our hooks into the settings of agents, and takes them out again. */
package dev.hookline.app.hooks;
