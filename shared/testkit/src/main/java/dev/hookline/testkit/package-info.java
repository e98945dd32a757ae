/** What tests of every room share: real components in small, and ways to wait for them. */
package dev.hookline.testkit;
