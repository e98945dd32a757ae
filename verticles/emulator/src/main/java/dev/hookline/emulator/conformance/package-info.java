/**
 * Holds calls and answers against a machine-readable description of the Bot API that others have
 * written, so that this double and its caller cannot agree on something wrong. Used by tests.
 */
package dev.hookline.emulator.conformance;
