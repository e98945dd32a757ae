/** One run: what is played, how it is followed, and what is known of it at its end. */
package dev.hookline.lab.run;
