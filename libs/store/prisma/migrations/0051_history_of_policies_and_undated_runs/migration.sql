-- Finds the entries that one change of a policy made, and the changes themselves among them.
CREATE INDEX history_entry_policy ON history_entry (partner_id, position) WHERE kind = 'policyChanged';
CREATE INDEX history_entry_policy_own ON history_entry (partner_id, position) WHERE kind = 'policyChanged' AND run_id IS NULL;

-- Runs without a date, where few have none, in the order of the list.
CREATE INDEX run_undated ON run (partner_id, started_at DESC, id DESC) WHERE due_at IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
