-- The closing of a topic that is the last of its session's entries waits for what others have to show.
ALTER TABLE session ADD COLUMN close_position BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN closing INTEGER
  GENERATED ALWAYS AS (
    CASE WHEN close_position = shown_position + 1 AND close_position = next_position - 1
      THEN 1 ELSE 0 END) VIRTUAL;
DROP INDEX session_to_serve;
-- The sessions of a chat that have an entry to send and a topic to send it to, the least recently served first. When many wait for
-- a topic, a look for the next entry must not go through all of them.
CREATE INDEX session_to_serve ON session (chat_id, closing, served)
  WHERE to_show > 0 AND topic_state IN ('BOUND', 'CLOSED');
