-- Of an entry that is edited into a message that is there already: the entry that heads that message.
ALTER TABLE outbox ADD COLUMN joins BIGINT;
