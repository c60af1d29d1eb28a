/** One statement of a key policy, in a form in which two that mean the same are the same. */
import { isObject } from '../upcasts/storedRun.ts';

/** Who: kinds such as `AWS`, `Service`, `Federated`; everybody is `AWS` with `*`. */
export type Principals = Readonly<Record<string, readonly string[]>>;

/** One statement, read; `json` is what was written. */
export interface Statement {
  /** As it was written; never changed by a merge. */
  json: Readonly<Record<string, unknown>>;
  sid: string | null;
  effect: 'Allow' | 'Deny';
  /** Accounts as `arn:aws:iam::{account}:root`, sorted. */
  principals: Principals;
  /** The principals are those that the statement is not about (`NotPrincipal`). */
  notPrincipal: boolean;
  /** Lower case, sorted. */
  actions: readonly string[];
  /** The actions are those that the statement is not about (`NotAction`). */
  notAction: boolean;
  resources: readonly string[];
  notResource: boolean;
  /** Operator, key in lower case, values, sorted; the canonical text compares whole. */
  conditions: readonly string[];
}

/** A part of a statement, as AWS names it. */
export const STATEMENT_PARTS = ['Effect', 'Principal', 'Action', 'Resource', 'Condition'] as const;
/** One of `STATEMENT_PARTS`. */
export type StatementPart = (typeof STATEMENT_PARTS)[number];

const textsOf = (value: unknown): string[] | null => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every((item) => typeof item === 'string')
    ? (list as string[])
    : null;
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();

/** An account by its number and by its root are the same principal. */
const principalName = (text: string): string =>
  /^\d{12}$/.test(text) ? `arn:aws:iam::${text}:root` : text;

/** All that AWS has. No other name is taken: every object would seem to have it. */
const PRINCIPAL_KINDS = ['AWS', 'CanonicalUser', 'Federated', 'Service'];

function principalsOf(value: unknown): Principals | null {
  if (value === '*') return { AWS: ['*'] };
  if (!isObject(value) || Object.keys(value).length === 0) return null;
  const kinds: [string, string[]][] = [];
  for (const [kind, given] of Object.entries(value)) {
    const names = textsOf(given);
    if (!names || !PRINCIPAL_KINDS.includes(kind)) return null;
    kinds.push([kind, unique(kind === 'AWS' ? names.map(principalName) : names)]);
  }
  return Object.fromEntries(kinds.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Values may be written as texts, numbers and booleans; AWS compares their texts. */
function conditionsOf(value: unknown): string[] | null {
  if (value === undefined) return [];
  if (!isObject(value)) return null;
  const found: string[] = [];
  for (const [operator, keys] of Object.entries(value)) {
    if (!isObject(keys)) return null;
    for (const [key, given] of Object.entries(keys)) {
      const values: unknown[] = Array.isArray(given) ? given : [given];
      if (values.some((item) => !['string', 'number', 'boolean'].includes(typeof item)))
        return null;
      found.push(JSON.stringify([operator, key.toLowerCase(), unique(values.map(String))]));
    }
  }
  return found.toSorted();
}

/** Exactly one of the two members, and whether it is the one that excludes. */
function either<T>(
  json: Record<string, unknown>,
  name: string,
  read: (value: unknown) => T | null,
): { value: T; not: boolean } | null {
  const [own, other] = [json[name], json[`Not${name}`]];
  if ((own === undefined) === (other === undefined)) return null;
  const value = read(own ?? other);
  return value === null ? null : { value, not: own === undefined };
}

/** The statement, or the name of the part that no statement has like this. */
export function statementOf(json: unknown): Statement | string {
  if (!isObject(json)) return 'Statement';
  const { Sid: sid, Effect: effect } = json;
  if (sid !== undefined && typeof sid !== 'string') return 'Sid';
  if (effect !== 'Allow' && effect !== 'Deny') return 'Effect';
  const principal = either(json, 'Principal', principalsOf);
  if (!principal) return 'Principal';
  const action = either(json, 'Action', textsOf);
  if (!action) return 'Action';
  const resource = either(json, 'Resource', textsOf);
  if (!resource) return 'Resource';
  const conditions = conditionsOf(json['Condition']);
  if (!conditions) return 'Condition';
  return {
    json,
    sid: sid ?? null,
    effect,
    principals: principal.value,
    notPrincipal: principal.not,
    actions: unique(action.value.map((name) => name.toLowerCase())),
    notAction: action.not,
    resources: unique(resource.value),
    notResource: resource.not,
    conditions,
  };
}
