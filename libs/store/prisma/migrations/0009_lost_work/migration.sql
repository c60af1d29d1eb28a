-- For finding work that a run waits for and nobody has: what Keyway itself is at now, and how often such work was found and begun again.
CREATE INDEX run_step_working ON run_step (run_id) WHERE status = 'WORKING';
CREATE INDEX history_entry_work_resumed ON history_entry (at) WHERE kind = 'workResumed';
