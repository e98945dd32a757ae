package dev.hookline.telegram.bot;

import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.meta.api.methods.SetMyProfilePhoto;
import org.telegram.telegrambots.meta.api.methods.business.SetBusinessAccountProfilePhoto;
import org.telegram.telegrambots.meta.api.methods.groupadministration.SetChatPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendAnimation;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendLivePhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendPaidMedia;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendSticker;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.methods.send.SendVideoNote;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.methods.stickers.AddStickerToSet;
import org.telegram.telegrambots.meta.api.methods.stickers.CreateNewStickerSet;
import org.telegram.telegrambots.meta.api.methods.stickers.ReplaceStickerInSet;
import org.telegram.telegrambots.meta.api.methods.stickers.SetStickerSetThumbnail;
import org.telegram.telegrambots.meta.api.methods.stickers.UploadStickerFile;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The part of the library's client interface that Hookline does not use: every upload but that of a
 * document, and downloads. Each is refused in words, so that nobody waits for what never comes.
 */
abstract class RefusingClient implements TelegramClient {

  @Override
  public final Message execute(SendPhoto method) throws TelegramApiException {
    throw refusal("sendPhoto");
  }

  @Override
  public final Boolean execute(SetWebhook method) throws TelegramApiException {
    throw refusal("setWebhook");
  }

  @Override
  public final Message execute(SendVideo method) throws TelegramApiException {
    throw refusal("sendVideo");
  }

  @Override
  public final Message execute(SendVideoNote method) throws TelegramApiException {
    throw refusal("sendVideoNote");
  }

  @Override
  public final Message execute(SendSticker method) throws TelegramApiException {
    throw refusal("sendSticker");
  }

  @Override
  public final Boolean execute(SetBusinessAccountProfilePhoto method) throws TelegramApiException {
    throw refusal("setBusinessAccountProfilePhoto");
  }

  @Override
  public final Boolean execute(SetMyProfilePhoto method) throws TelegramApiException {
    throw refusal("setMyProfilePhoto");
  }

  @Override
  public final Message execute(SendAudio method) throws TelegramApiException {
    throw refusal("sendAudio");
  }

  @Override
  public final Message execute(SendVoice method) throws TelegramApiException {
    throw refusal("sendVoice");
  }

  @Override
  public final List<Message> execute(SendMediaGroup method) throws TelegramApiException {
    throw refusal("sendMediaGroup");
  }

  @Override
  public final Message execute(SendPaidMedia method) throws TelegramApiException {
    throw refusal("sendPaidMedia");
  }

  @Override
  public final Boolean execute(SetChatPhoto method) throws TelegramApiException {
    throw refusal("setChatPhoto");
  }

  @Override
  public final Boolean execute(AddStickerToSet method) throws TelegramApiException {
    throw refusal("addStickerToSet");
  }

  @Override
  public final Boolean execute(ReplaceStickerInSet method) throws TelegramApiException {
    throw refusal("replaceStickerInSet");
  }

  @Override
  public final Boolean execute(SetStickerSetThumbnail method) throws TelegramApiException {
    throw refusal("setStickerSetThumbnail");
  }

  @Override
  public final Boolean execute(CreateNewStickerSet method) throws TelegramApiException {
    throw refusal("createNewStickerSet");
  }

  @Override
  public final org.telegram.telegrambots.meta.api.objects.File execute(UploadStickerFile method)
      throws TelegramApiException {
    throw refusal("uploadStickerFile");
  }

  @Override
  public final Serializable execute(EditMessageMedia method) throws TelegramApiException {
    throw refusal("editMessageMedia");
  }

  @Override
  public final java.io.File downloadFile(org.telegram.telegrambots.meta.api.objects.File file)
      throws TelegramApiException {
    throw refusal("getFile");
  }

  @Override
  public final InputStream downloadFileAsStream(
      org.telegram.telegrambots.meta.api.objects.File file) throws TelegramApiException {
    throw refusal("getFile");
  }

  @Override
  public final Message execute(SendAnimation method) throws TelegramApiException {
    throw refusal("sendAnimation");
  }

  @Override
  public final Message execute(SendLivePhoto method) throws TelegramApiException {
    throw refusal("sendLivePhoto");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendPhoto method) {
    return refuseAsync("sendPhoto");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(SetWebhook method) {
    return refuseAsync("setWebhook");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendVideo method) {
    return refuseAsync("sendVideo");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendVideoNote method) {
    return refuseAsync("sendVideoNote");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendSticker method) {
    return refuseAsync("sendSticker");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendAudio method) {
    return refuseAsync("sendAudio");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendVoice method) {
    return refuseAsync("sendVoice");
  }

  @Override
  public final CompletableFuture<List<Message>> executeAsync(SendMediaGroup method) {
    return refuseAsync("sendMediaGroup");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendPaidMedia method) {
    return refuseAsync("sendPaidMedia");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(SetChatPhoto method) {
    return refuseAsync("setChatPhoto");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(AddStickerToSet method) {
    return refuseAsync("addStickerToSet");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(ReplaceStickerInSet method) {
    return refuseAsync("replaceStickerInSet");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(SetStickerSetThumbnail method) {
    return refuseAsync("setStickerSetThumbnail");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(CreateNewStickerSet method) {
    return refuseAsync("createNewStickerSet");
  }

  @Override
  public final CompletableFuture<org.telegram.telegrambots.meta.api.objects.File> executeAsync(
      UploadStickerFile method) {
    return refuseAsync("uploadStickerFile");
  }

  @Override
  public final CompletableFuture<Serializable> executeAsync(EditMessageMedia method) {
    return refuseAsync("editMessageMedia");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendAnimation method) {
    return refuseAsync("sendAnimation");
  }

  @Override
  public final CompletableFuture<Message> executeAsync(SendLivePhoto method) {
    return refuseAsync("sendLivePhoto");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(SetBusinessAccountProfilePhoto method) {
    return refuseAsync("setBusinessAccountProfilePhoto");
  }

  @Override
  public final CompletableFuture<Boolean> executeAsync(SetMyProfilePhoto method) {
    return refuseAsync("setMyProfilePhoto");
  }

  @Override
  public final CompletableFuture<java.io.File> downloadFileAsync(
      org.telegram.telegrambots.meta.api.objects.File file) {
    return refuseAsync("getFile");
  }

  @Override
  public final CompletableFuture<InputStream> downloadFileAsStreamAsync(
      org.telegram.telegrambots.meta.api.objects.File file) {
    return refuseAsync("getFile");
  }

  private static TelegramApiException refusal(String name) {
    return new NotSentException(name + " is not among the methods that Hookline's client can send");
  }

  private static <T> CompletableFuture<T> refuseAsync(String name) {
    return CompletableFuture.failedFuture(refusal(name));
  }
}
