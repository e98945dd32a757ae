-- Among those for whom a person waits the first comes first: who becomes urgent later must not pass them.
ALTER TABLE session ADD COLUMN urgent_since BIGINT NOT NULL DEFAULT 0;
DROP INDEX session_urgent;
CREATE INDEX session_urgent ON session (chat_id, urgent_since) WHERE urgent > 0 AND topic_state IN ('BOUND', 'CLOSED');
