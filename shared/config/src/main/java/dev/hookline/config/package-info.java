/**
 * Reads settings: the file, overridden by the environment, overridden by system properties. Every
 * problem is reported, with the full path of its key, in one message; secrets are never printed.
 */
package dev.hookline.config;
