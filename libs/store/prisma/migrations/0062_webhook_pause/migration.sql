-- Until then a receiver asked for nothing by `Retry-After` (docs/decisions/0064-webhooks.md). The version before does not know it and sends.
ALTER TABLE webhook ADD COLUMN paused_until timestamptz(3);
