/**
 * The chaos harness: real nodes in processes of their own, a database, an emulated Telegram and a
 * network that breaks, and judges that know only what was acknowledged and what the chat shows.
 */
package dev.hookline.lab;
