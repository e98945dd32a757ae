/**
 * The demonstration: a node, an emulated Telegram and a recorded session, in one process. It is
 * also how class-data sharing learns which classes a start needs.
 */
package dev.hookline.app.demo;
