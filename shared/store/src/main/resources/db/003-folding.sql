-- Which entry's message shows this one too; NULL while it goes alone, or when it heads a fold.
ALTER TABLE outbox ADD COLUMN head BIGINT;
