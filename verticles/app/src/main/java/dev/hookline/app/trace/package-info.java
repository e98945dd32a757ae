/**
 * Traces by OpenTelemetry: the only package that knows it. Nothing of it is loaded before {@link
 * dev.hookline.app.trace.OtlpTraces} is opened.
 */
package dev.hookline.app.trace;
