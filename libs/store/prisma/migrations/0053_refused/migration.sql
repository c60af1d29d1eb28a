-- Lists say of a run that its request for approval was refused, and such a task has a name of its own. The worker derives both from the states
-- of the runs that can be meant: those whose approval is to be requested.
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
UPDATE run SET summary_version = NULL, read_models_current = false WHERE standing LIKE '%/APPROVAL/READY%';
ALTER TABLE run FORCE ROW LEVEL SECURITY;
