-- Whether an entry's hash covers its principal. Entries written before this column existed, or by the version before beside this one, do not.
ALTER TABLE history_entry ADD COLUMN principal_hashed boolean NOT NULL DEFAULT false;
