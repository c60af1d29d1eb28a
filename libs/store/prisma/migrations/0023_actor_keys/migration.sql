-- Below a row-level policy an index serves only operators that are leakproof: `lower()` and `like` are not, `^@` on a stored key is. "C", so that its
-- order is that of bytes.
ALTER TABLE history_entry ADD COLUMN actor_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(actor)) STORED;
CREATE INDEX history_entry_by_actor_key ON history_entry (partner_id, actor_key, at DESC, position DESC);
-- It could never be used.
DROP INDEX history_entry_by_actor;
