-- Who is responsible for a run, and until when it should be done. The name is that of the time of the assignment.
ALTER TABLE run ADD COLUMN owner_id uuid;
ALTER TABLE run ADD COLUMN owner_name text;
ALTER TABLE run ADD COLUMN due_at timestamptz(3);

-- In the order of the list: what somebody owns is read as it is shown.
CREATE INDEX run_of_owner ON run (partner_id, owner_id, started_at DESC, id DESC) WHERE owner_id IS NOT NULL;
-- Of those alone that can be overdue: what was completed does not make it grow.
CREATE INDEX run_due ON run (partner_id, due_at) WHERE due_at IS NOT NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
