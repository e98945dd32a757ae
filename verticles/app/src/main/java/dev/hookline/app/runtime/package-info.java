/**
 * What runs on a node, and how it is changed while it runs: the settings name verticles as {@link
 * dev.hookline.app.runtime.Part}s, and {@link dev.hookline.app.runtime.Deployments} brings what
 * runs to what is wanted, touching only what changed.
 */
package dev.hookline.app.runtime;
