-- What one person, token or worker did, among millions of entries: found by how the name begins.
CREATE INDEX history_entry_by_actor ON history_entry (partner_id, lower(actor) text_pattern_ops, at DESC, position DESC);
