package dev.hookline.telegram.bot;

/**
 * What came back over HTTP, unread.
 *
 * @param status the HTTP status
 * @param body the whole body
 */
record Answer(int status, String body) {}
