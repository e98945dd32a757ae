/** What a run looks like to people: a table, and a picture of its time. */
package dev.hookline.lab.report;
