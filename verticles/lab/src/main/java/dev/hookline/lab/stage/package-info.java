/** What a run is played on: nodes in processes of their own, a database, Telegram, a network. */
package dev.hookline.lab.stage;
