-- How many entries of a session are still to be shown, as a column: the planner has statistics of columns only, and without
-- them read the whole outbox to find the next entry (1 000 000 rows, 0.1 s).
ALTER TABLE session ADD COLUMN to_show BIGINT
  GENERATED ALWAYS AS (next_position - shown_position - 1) VIRTUAL;
DROP INDEX session_to_serve;
-- The sessions of a chat that have an entry to send, the least recently served first.
CREATE INDEX session_to_serve ON session (chat_id, served) WHERE to_show > 0;
