/** What goes wrong and when: decided beforehand, from a seed, so that it can be repeated. */
package dev.hookline.lab.plan;
