-- What is to be done in a chat because a person wrote a command there. One row for each such message: it counts once.
CREATE TABLE errand (
  chat_id        BIGINT NOT NULL,
  message_id     BIGINT NOT NULL,
  thread_id      BIGINT NOT NULL,
  user_id        BIGINT NOT NULL,
  deed           TEXT   NOT NULL CHECK (deed IN ('SAY', 'RENAME', 'CLOSE')),
  text           TEXT   NOT NULL,
  state          TEXT   NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'DONE', 'DROPPED')),
  low_message_id BIGINT NOT NULL DEFAULT 0,
  not_before     BIGINT NOT NULL DEFAULT 0,
  reason         TEXT   NOT NULL DEFAULT '',
  created_at     BIGINT NOT NULL,
  changed_at     BIGINT NOT NULL,
  PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX errand_open ON errand (chat_id, created_at, message_id) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX errand_over ON errand (changed_at) WHERE state IN ('DONE', 'DROPPED');

-- Until when the session's messages make no sound.
ALTER TABLE session ADD COLUMN silent_until BIGINT NOT NULL DEFAULT 0;
-- What a person calls the session's topic; empty: nobody gave it a name.
ALTER TABLE session ADD COLUMN title TEXT NOT NULL DEFAULT '';
-- How much is shown of a session of which nobody said it. NULL: as much as the setting says.
ALTER TABLE chat ADD COLUMN verbosity TEXT;
