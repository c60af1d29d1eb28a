-- The hand-off that a link opens: the link can be read as long as it works. Null where the version before made it: nobody reads it then.
ALTER TABLE bulk_link ADD COLUMN hand_off_id uuid REFERENCES hand_off ON DELETE CASCADE;
