/**
 * Joins this node with others: a clustered {@code Vertx} on Hazelcast, shut to strangers as far as
 * Hazelcast can be. The only place that knows Hazelcast, and nothing of it is loaded on a node that
 * is alone.
 *
 * <p>Nothing here is needed for correctness: the cluster carries hints, and asks nodes to be polite
 * to one another. What must be true is in the store.
 */
package dev.hookline.app.cluster;
