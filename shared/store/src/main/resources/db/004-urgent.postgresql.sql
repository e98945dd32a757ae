-- The place up to which a person waits for a session: an approval, or the answer at the end of a turn.
ALTER TABLE session ADD COLUMN urgent_position BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN urgent BIGINT
  GENERATED ALWAYS AS (urgent_position - shown_position) STORED;
CREATE INDEX session_urgent ON session (chat_id, served) WHERE urgent > 0;
