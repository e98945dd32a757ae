/**
 * What people write in topics, on its way to agents: who may, what of it is taken, and in which
 * form.
 */
package dev.hookline.telegram.reply;
