-- What people see of a session and end it by, and how the person signed in: by which provider, when, and by what means (`acr`). Null: the version before
-- made it, or the provider doesn't say. The ID token is for signing out at the provider; its key is derived from the cookie's token, which is not stored.
ALTER TABLE session
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN provider text,
  ADD COLUMN last_used_at timestamptz(3),
  ADD COLUMN user_agent text,
  ADD COLUMN authenticated_at timestamptz(3),
  ADD COLUMN acr text,
  ADD COLUMN sealed_id_token bytea;
-- compatible: session.session_id: the version before leaves the ID to its default, which is random.
CREATE UNIQUE INDEX session_id ON session (id);
