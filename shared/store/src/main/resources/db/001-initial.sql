-- The one schema, for SQLite and PostgreSQL alike. Times are milliseconds of the epoch.

CREATE TABLE chat (
  chat_id         BIGINT  PRIMARY KEY,
  owner           TEXT    NOT NULL,
  epoch           BIGINT  NOT NULL,
  lease_until     BIGINT  NOT NULL DEFAULT 0,
  closed_until    BIGINT  NOT NULL DEFAULT 0,
  suspended       TEXT,
  last_message_id BIGINT  NOT NULL DEFAULT 0,
  turns           BIGINT  NOT NULL DEFAULT 0, -- counts the entries claimed: who was served when
  migrated_to     BIGINT
);

-- Calls count against the chat's budget from before they are made: a crash must not forget them.
CREATE TABLE chat_call (
  chat_id BIGINT NOT NULL,
  at      BIGINT NOT NULL
);
CREATE INDEX chat_call_at ON chat_call (chat_id, at);

CREATE TABLE session (
  session_id     TEXT    PRIMARY KEY,
  chat_id        BIGINT  NOT NULL,
  agent          TEXT    NOT NULL DEFAULT '',
  host           TEXT    NOT NULL DEFAULT '',
  project        TEXT    NOT NULL DEFAULT '',
  generation     INTEGER NOT NULL DEFAULT 1,
  topic_state    TEXT    NOT NULL DEFAULT 'NEEDED'
                 CHECK (topic_state IN ('NEEDED', 'BOUND', 'CLOSED', 'DOUBTED', 'MUTED')),
  topic_since    BIGINT  NOT NULL,
  topic_lost_at  BIGINT  NOT NULL DEFAULT 0,
  topic_reason   TEXT    NOT NULL DEFAULT '',
  topic_retry_at BIGINT  NOT NULL DEFAULT 0,
  topic_name     TEXT    NOT NULL DEFAULT '',
  thread_id      BIGINT  NOT NULL DEFAULT 0,
  next_seq       BIGINT  NOT NULL DEFAULT 1,
  next_position  BIGINT  NOT NULL DEFAULT 1,
  shown_position BIGINT  NOT NULL DEFAULT 0,
  served         BIGINT  NOT NULL DEFAULT 0,
  kept           BIGINT  NOT NULL DEFAULT 0, -- how many of its events are only kept
  created_at     BIGINT  NOT NULL,
  last_event_at  BIGINT  NOT NULL
);
-- The sessions of a chat that have an entry to send, the least recently served first.
CREATE INDEX session_to_serve ON session (chat_id, served) WHERE next_position > shown_position + 1;
CREATE INDEX session_doubted ON session (topic_since) WHERE topic_state = 'DOUBTED';

CREATE TABLE event (
  session_id  TEXT   NOT NULL REFERENCES session (session_id),
  seq         BIGINT NOT NULL,
  source_id   TEXT   NOT NULL,
  event_id    TEXT   NOT NULL,
  source_seq  BIGINT,
  repeat_key  TEXT,
  type        TEXT   NOT NULL,
  tool_use_id TEXT,
  received_at BIGINT NOT NULL,
  body        TEXT   NOT NULL,
  -- FRESH: no place yet. PLACED: shown by the outbox entry at position, as its event number
  -- place, from 0. KEPT: has no place in a chat.
  state       TEXT   NOT NULL CHECK (state IN ('FRESH', 'PLACED', 'KEPT')),
  position    BIGINT,
  place       INTEGER,
  PRIMARY KEY (session_id, seq)
);
CREATE UNIQUE INDEX event_once ON event (source_id, event_id);
CREATE INDEX event_number ON event (source_id, source_seq) WHERE source_seq IS NOT NULL;
CREATE INDEX event_repeat ON event (source_id, repeat_key, received_at) WHERE repeat_key IS NOT NULL;
-- The order in which a session's new events are looked at; with the time, so that the sums need no more.
CREATE INDEX event_fresh ON event (session_id, seq, received_at)
  WHERE state = 'FRESH' AND source_seq IS NULL;
CREATE INDEX event_fresh_numbered ON event (session_id, source_id, source_seq, received_at)
  WHERE state = 'FRESH' AND source_seq IS NOT NULL;
-- Tools are only looked for among placed events: taking events in need not keep this one.
CREATE INDEX event_tool ON event (session_id, tool_use_id)
  WHERE state = 'PLACED' AND tool_use_id IS NOT NULL;
CREATE INDEX event_position ON event (session_id, position, received_at)
  WHERE position IS NOT NULL;

-- How far a numbering source has come: every number from first_seq to through_seq is in the store.
CREATE TABLE source (
  source_id   TEXT   PRIMARY KEY,
  first_seq   BIGINT NOT NULL,
  first_at    BIGINT NOT NULL,
  through_seq BIGINT NOT NULL
);

CREATE TABLE topic_attempt (
  attempt_id     TEXT    PRIMARY KEY,
  session_id     TEXT    NOT NULL REFERENCES session (session_id),
  chat_id        BIGINT  NOT NULL,
  generation     INTEGER NOT NULL,
  epoch          BIGINT  NOT NULL,
  marker         TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  state          TEXT    NOT NULL
                 CHECK (state IN ('OPEN', 'AMBIGUOUS', 'BOUND', 'FAILED', 'ABSENT', 'ORPHAN', 'REAPED')),
  low_message_id BIGINT  NOT NULL,
  thread_id      BIGINT,
  opened_at      BIGINT  NOT NULL,
  since          BIGINT  NOT NULL,
  reason         TEXT    NOT NULL DEFAULT ''
);
-- The law: one open attempt per session, one bound per generation, one owner per thread.
CREATE UNIQUE INDEX one_open  ON topic_attempt (session_id)             WHERE state IN ('OPEN', 'AMBIGUOUS');
CREATE UNIQUE INDEX one_bound ON topic_attempt (session_id, generation) WHERE state = 'BOUND';
CREATE UNIQUE INDEX one_owner ON topic_attempt (chat_id, thread_id)     WHERE state = 'BOUND';
CREATE INDEX attempt_marker ON topic_attempt (chat_id, marker);
CREATE INDEX attempt_unsettled ON topic_attempt (since) WHERE state IN ('OPEN', 'AMBIGUOUS', 'ORPHAN');

CREATE TABLE outbox (
  session_id     TEXT    NOT NULL REFERENCES session (session_id),
  position       BIGINT  NOT NULL,
  chat_id        BIGINT  NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind IN ('EVENT', 'GAP', 'NOTE', 'CLOSE')),
  late           INTEGER NOT NULL DEFAULT 0,
  text           TEXT    NOT NULL DEFAULT '',
  state          TEXT    NOT NULL DEFAULT 'PENDING'
                 CHECK (state IN ('PENDING', 'SENDING', 'AMBIGUOUS', 'SENT', 'PARKED')),
  part           INTEGER NOT NULL DEFAULT 0,
  attempts       INTEGER NOT NULL DEFAULT 0,
  epoch          BIGINT  NOT NULL DEFAULT 0,
  low_message_id BIGINT  NOT NULL DEFAULT 0,
  not_before     BIGINT  NOT NULL DEFAULT 0,
  uncertain      INTEGER NOT NULL DEFAULT 0,
  reason         TEXT    NOT NULL DEFAULT '',
  changed_at     BIGINT  NOT NULL,
  PRIMARY KEY (session_id, position)
);
CREATE INDEX outbox_open ON outbox (chat_id, state) WHERE state IN ('SENDING', 'AMBIGUOUS', 'PARKED');
CREATE INDEX outbox_uncertain ON outbox (session_id) WHERE uncertain > 0;

-- Every message id that is known in a chat: ours, with what they show, and other people's.
CREATE TABLE message (
  chat_id    BIGINT  NOT NULL,
  message_id BIGINT  NOT NULL,
  thread_id  BIGINT  NOT NULL DEFAULT 0,
  session_id TEXT,
  position   BIGINT,
  part       INTEGER,
  PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX message_shows ON message (session_id, position) WHERE session_id IS NOT NULL;

CREATE TABLE bot (
  bot_id      BIGINT PRIMARY KEY,
  next_offset BIGINT NOT NULL
);

CREATE TABLE update_seen (
  bot_id      BIGINT  NOT NULL,
  update_id   BIGINT  NOT NULL,
  chat_id     BIGINT  NOT NULL,
  message_id  BIGINT  NOT NULL,
  thread_id   BIGINT  NOT NULL,
  received_at BIGINT  NOT NULL,
  body        TEXT    NOT NULL,
  handled     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bot_id, update_id)
);
CREATE INDEX update_unhandled ON update_seen (bot_id, update_id) WHERE handled = 0;

-- One row, written when somebody asks whether the database takes a write.
CREATE TABLE pulse (
  id INTEGER PRIMARY KEY,
  at BIGINT  NOT NULL
);
