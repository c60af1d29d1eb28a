-- Who changed a saved view last. It holds for the change made at `changed_at` alone: the version
-- before changes views without either column, and `updated_at` is then another.
ALTER TABLE saved_view ADD COLUMN changed_by text, ADD COLUMN changed_at timestamptz(3);
