/** Measures nodes that share a PostgreSQL. */
package dev.hookline.lab.bench;
