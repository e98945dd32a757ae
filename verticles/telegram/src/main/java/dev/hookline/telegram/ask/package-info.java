/**
 * What agents ask of people, and what people press and reply.
 *
 * <p>Called by the lane, which shows questions, and by whoever reads the updates. Plain classes:
 * the store alone decides which press has an effect.
 */
package dev.hookline.telegram.ask;
