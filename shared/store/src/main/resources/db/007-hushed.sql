-- How much of the session is shown: QUIET, NORMAL or EVERYTHING. NULL: as much as the chat's setting says.
ALTER TABLE session ADD COLUMN verbosity TEXT;
-- How many of its events were kept out of the chat for that.
ALTER TABLE session ADD COLUMN hushed BIGINT NOT NULL DEFAULT 0;
-- Of an entry that was kept out of the chat: the entry whose message counts it, 0 while none does. NULL for all others.
ALTER TABLE outbox ADD COLUMN told_by BIGINT;
CREATE INDEX outbox_hushed ON outbox (session_id, told_by) WHERE told_by IS NOT NULL;
