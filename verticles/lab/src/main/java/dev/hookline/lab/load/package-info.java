/** Senders: what they tell, and what they are told. */
package dev.hookline.lab.load;
