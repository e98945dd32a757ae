/**
 * Judges a run by its history alone: what was sent and acknowledged, and what the chat shows. Pure;
 * each checker is one class with one question.
 */
package dev.hookline.lab.check;
