-- Open runs that nobody is responsible for, in the order of the list.
CREATE INDEX run_unassigned ON run (partner_id, started_at DESC, id DESC) WHERE owner_id IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED');
