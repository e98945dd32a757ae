package dev.hookline.telegram.render;

/** One message's worth of an entry. */
public sealed interface Part permits TextPart, DocumentPart {}
