/**
 * Takes secrets out of texts before anybody sees them. Ingest calls it on what it has read, so that
 * nothing behind it, the store least of all, ever holds one. Plain classes without a thread of
 * their own: {@link dev.hookline.redaction.Redactor} may be used by any number of threads at once.
 */
package dev.hookline.redaction;
