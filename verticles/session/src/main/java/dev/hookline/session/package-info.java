/**
 * Owns sessions: puts their events in order and sees to it that each has exactly one topic.
 *
 * <p>{@link dev.hookline.session.Sequencer} decides the order and is free of I/O; {@link
 * dev.hookline.session.SessionFlow} applies it, one run per session at a time; {@link
 * dev.hookline.session.TopicClaims} creates topics; {@link dev.hookline.session.TopicResolver}
 * finds out what became of creations whose answer was lost. All are confined to the event loop of
 * their verticle. Several verticles on any number of nodes may work on the same session: every
 * change they make is a compare-and-set in the store.
 */
package dev.hookline.session;
