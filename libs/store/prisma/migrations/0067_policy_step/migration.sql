-- On AWS the step POLICY came between KEY and APPROVAL (docs/decisions/0069-aws.md). The worker derives what lists say of the runs that can have it from
-- their states: of a set-up without a vault.
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
UPDATE run SET summary_version = NULL, read_models_current = false WHERE status = 'IN_PROGRESS' AND standing LIKE '%AEP/KEY/%' AND standing NOT LIKE '%AEP/VAULT/%';
ALTER TABLE run FORCE ROW LEVEL SECURITY;
