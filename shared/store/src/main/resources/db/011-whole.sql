-- Of a NOTE that shows once more, and whole, what a message shows: the entry that heads that message, and the press that asked for it.
ALTER TABLE outbox ADD COLUMN whole_of BIGINT;
ALTER TABLE outbox ADD COLUMN wanted_by TEXT;
CREATE INDEX outbox_whole ON outbox (chat_id, session_id, whole_of) WHERE whole_of IS NOT NULL;
