/**
 * The doors through which events come in: HTTP on TCP, HTTP on a unix socket, and the line socket
 * of the clients that existed before Hookline.
 *
 * <p>An event is acknowledged after the store has committed it and never before. Everything else in
 * here is about what may come in: who may send, how much, how slowly, and in which form. One {@link
 * dev.hookline.ingest.IngestVerticle} per core; each is confined to its event loop, except that
 * large bodies are read on a worker thread.
 */
package dev.hookline.ingest;
