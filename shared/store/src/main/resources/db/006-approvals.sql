-- An agent's question and the one who waits for its answer: one row for each held exchange. The agent's own words are not here, only
-- whoever holds the connection has them. shown is how its message looked when it was sent, without any footer.
CREATE TABLE approval (
  approval_id   TEXT    PRIMARY KEY,
  source_id     TEXT    NOT NULL,
  event_id      TEXT    NOT NULL,
  session_id    TEXT    NOT NULL,
  likeness      TEXT    NOT NULL, -- equal for the same call of the same tool by the same agent
  state         TEXT    NOT NULL DEFAULT 'OPEN'
                CHECK (state IN ('OPEN', 'ANSWERED', 'TAKEN', 'UNTAKEN', 'ELSEWHERE', 'EXPIRED', 'GONE', 'LOST')),
  asked_at      BIGINT  NOT NULL,
  expires_at    BIGINT  NOT NULL,
  held_until    BIGINT  NOT NULL, -- whoever holds the connection moves it on
  settled_at    BIGINT  NOT NULL DEFAULT 0,
  settled_by    BIGINT  NOT NULL DEFAULT 0, -- a Telegram user
  settled_name  TEXT    NOT NULL DEFAULT '',
  answer        TEXT    NOT NULL DEFAULT '',
  picks         TEXT    NOT NULL DEFAULT '', -- what was chosen of a question that is not sent yet
  shown         TEXT    NOT NULL DEFAULT '',
  version       BIGINT  NOT NULL DEFAULT 1, -- of what a person sees
  shown_version BIGINT  NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX approval_event ON approval (source_id, event_id);
CREATE INDEX approval_session ON approval (session_id, asked_at);
CREATE INDEX approval_held ON approval (held_until) WHERE state IN ('OPEN', 'ANSWERED');
CREATE INDEX approval_to_show ON approval (session_id) WHERE version > shown_version AND shown <> '';

-- What a button under an entry's message does. Its id is random and says nothing.
CREATE TABLE button (
  button_id  TEXT   PRIMARY KEY,
  session_id TEXT   NOT NULL,
  position   BIGINT NOT NULL,
  action     TEXT   NOT NULL
);
CREATE UNIQUE INDEX button_once ON button (session_id, position, action);

-- Who did what from the chat, and who tried to. Rows are only added.
CREATE TABLE audit (
  at          BIGINT NOT NULL,
  bot_id      BIGINT NOT NULL,
  update_id   BIGINT NOT NULL,
  user_id     BIGINT NOT NULL,
  session_id  TEXT   NOT NULL DEFAULT '',
  approval_id TEXT   NOT NULL DEFAULT '',
  what        TEXT   NOT NULL,
  outcome     TEXT   NOT NULL
);
CREATE INDEX audit_at ON audit (at);
