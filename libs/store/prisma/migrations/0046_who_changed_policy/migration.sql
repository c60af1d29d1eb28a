-- Who changed the policy last: { principal, name, origin }. It holds for that generation alone: the
-- version before raises the generation without either column.
ALTER TABLE policy_change ADD COLUMN actor jsonb, ADD COLUMN actor_generation int;
