/**
 * SQL: the key of an advisory lock, by the partner's ID. Held shared by whoever starts runs, so
 * that a change reaches each run that began before.
 */
export const POLICY_LOCK = `hashtextextended('keyway_policy ' || $1::text, 0)`;
