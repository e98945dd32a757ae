-- What a person writes in a session's topic, for the session's agent: each text once, in order. place counts a session's texts.
-- GIVEN: an answer with it is on its way to the agent, named by exchange. mark is the reaction that its message should have, marked
-- the one it has as far as we know.
CREATE TABLE reply (
  session_id TEXT    NOT NULL REFERENCES session (session_id),
  place      BIGINT  NOT NULL,
  chat_id    BIGINT  NOT NULL,
  message_id BIGINT  NOT NULL,
  bot_id     BIGINT  NOT NULL,
  update_id  BIGINT  NOT NULL,
  user_id    BIGINT  NOT NULL,
  user_name  TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  file       TEXT    NOT NULL DEFAULT '', -- what still has to be fetched; until then it waits, and what is behind it
  state      TEXT    NOT NULL DEFAULT 'WAITING'
             CHECK (state IN ('WAITING', 'GIVEN', 'DELIVERED', 'DOUBTED', 'CANCELLED')),
  way        TEXT    NOT NULL DEFAULT '',
  exchange   TEXT    NOT NULL DEFAULT '',
  in_a_row   INTEGER NOT NULL DEFAULT 0,
  taken_at   BIGINT  NOT NULL,
  given_at   BIGINT  NOT NULL DEFAULT 0,
  mark       TEXT    NOT NULL DEFAULT 'RECEIVED',
  marked     TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (session_id, place)
);
CREATE UNIQUE INDEX reply_once ON reply (bot_id, update_id);
CREATE INDEX reply_waiting ON reply (session_id, place) WHERE state = 'WAITING';
CREATE INDEX reply_exchange ON reply (session_id, exchange) WHERE exchange <> '';
CREATE INDEX reply_to_fetch ON reply (chat_id, taken_at) WHERE file <> '';
CREATE INDEX reply_given ON reply (given_at) WHERE state = 'GIVEN';
CREATE INDEX reply_to_mark ON reply (chat_id, taken_at) WHERE mark <> marked;

-- In which pane of tmux the session's agent runs, as its hook said to the node on the same machine.
CREATE TABLE pane (
  session_id  TEXT   PRIMARY KEY REFERENCES session (session_id),
  node        TEXT   NOT NULL,
  socket      TEXT   NOT NULL,
  server      BIGINT NOT NULL, -- the process of the tmux server
  pane        TEXT   NOT NULL,
  command     TEXT   NOT NULL,
  reported_at BIGINT NOT NULL
);
CREATE INDEX pane_node ON pane (node);
