/** Commands that look into a node's store, whether the node runs or not. */
package dev.hookline.app.look;
