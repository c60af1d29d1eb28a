-- compatible: hand_off.hand_off_actor_check: it takes what it took before, and an actor more. A process of the version before cannot read such a row: it answers neither its link nor the links of its run.
ALTER TABLE hand_off DROP CONSTRAINT hand_off_actor_check;
ALTER TABLE hand_off ADD CONSTRAINT hand_off_actor_check CHECK (actor IN ('AZURE_ADMIN', 'ENTRA_ADMIN', 'AWS_ADMIN'));
