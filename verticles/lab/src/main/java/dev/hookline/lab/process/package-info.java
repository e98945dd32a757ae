/** Processes that can be tormented: started, frozen, killed, and ended in any case. */
package dev.hookline.lab.process;
