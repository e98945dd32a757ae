/** A network that can be broken: TCP proxies whose rules change while they run. */
package dev.hookline.lab.proxy;
