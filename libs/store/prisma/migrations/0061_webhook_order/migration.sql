-- Order over longer outages of a receiver (docs/decisions/0064-webhooks.md): `step` is a delivery's place in the schedule of retries, and from
-- `early_from` on it is tried beside that schedule while others wait behind it.
ALTER TABLE webhook_delivery ADD COLUMN step int NOT NULL DEFAULT 0;
ALTER TABLE webhook_delivery ADD COLUMN early_from timestamptz(3);
-- The first of the line just failed again: the second is tried, to find out which is the problem.
ALTER TABLE webhook_line ADD COLUMN is_probing boolean NOT NULL DEFAULT false;

-- Viewers of some organizations have no policy, and so see no row; what they may not do is refused, and is no error of the database.
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook, webhook_message, webhook_delivery, webhook_line TO keyway_limited;
