/** What is different from the evidence that was approved, field by field. */
import { type VaultFacts } from '../azureFacts.ts';
import { areKmsFacts, observationOf, type StepFacts } from '../facts.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { propertyNames } from '../propertyNames.ts';
import { sameJson } from '../sameJson.ts';
import {
  assignmentLine,
  denialLine,
  FIELDS_OF_VERSION,
  KEY_FIELDS,
  KMS_KEY_FIELDS,
  KMS_ROTATION_FIELDS,
  NETWORK_FIELDS,
  NETWORK_RULE_FIELDS,
  PRINCIPAL_FIELDS,
  ROLE_FIELDS,
  STATEMENT_FIELD,
  VAULT_FIELDS,
  type FieldEffect,
  type FieldRule,
} from './fieldEffects.ts';
import { statementDifferences } from './statementDifferences.ts';
import type { WatchedStepId } from './watch.ts';

/** One field that is different. Values as text; null: absent. */
export interface FieldDifference {
  /** Step and path, such as `VAULT.softDeleteRetentionInDays`. */
  field: string;
  approved: string | null;
  now: string | null;
  effect: FieldEffect;
}

type Values = Readonly<Record<string, unknown>>;
type Table = Readonly<Record<string, FieldRule<never>>>;

/** A value as people read it: lists in one order, so that only their content is compared. */
export function fieldText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(String).toSorted().join(', ');
  return String(value);
}

/**
 * What is compared: Azure writes names, constants and IDs in changing case, and one address with or
 * without its prefix.
 */
const comparable = (text: string | null): string | null =>
  text?.toLowerCase().replaceAll('/32', '') ?? null;
/** Whether two values of a field, as `fieldText` writes them, are the same to its cloud. */
export const isSameValue = (
  field: string,
  a: string | null | undefined,
  b: string | null,
): boolean =>
  a !== undefined &&
  (field.startsWith(STATEMENT_FIELD) ? a === b : comparable(a) === comparable(b));

function compare(
  prefix: string,
  table: Table,
  approved: Values,
  now: Values,
  skipped: readonly string[] = [],
): FieldDifference[] {
  return propertyNames(table).flatMap((name) => {
    const [before, after] = [approved[name] ?? null, now[name] ?? null];
    if (skipped.includes(name) || sameJson(before, after)) return [];
    const [approvedText, nowText] = [fieldText(before), fieldText(after)];
    if (isSameValue(name, approvedText, nowText)) return [];
    // Cast: facts and table list the same fields, which the loop cannot express.
    const effect = (table[name] as FieldRule)(before, after);
    return effect
      ? [{ field: `${prefix}.${name}`, approved: approvedText, now: nowText, effect }]
      : [];
  });
}

/** Without rules everything is open, by Azure's defaults (NET-01). */
const NO_RULES = {
  bypass: 'AzureServices',
  defaultAction: 'Allow',
  ipRules: [],
  virtualNetworkRules: [],
};

const network = (approved: VaultFacts, now: VaultFacts): FieldDifference[] => [
  ...compare(
    'NETWORK',
    NETWORK_FIELDS,
    { publicNetworkAccess: approved.publicNetworkAccess ?? 'Enabled' },
    { publicNetworkAccess: now.publicNetworkAccess ?? 'Enabled' },
  ),
  ...compare(
    'NETWORK.networkAcls',
    NETWORK_RULE_FIELDS,
    approved.networkAcls ?? NO_RULES,
    now.networkAcls ?? NO_RULES,
  ),
];

/** A rotation that could not be read is no difference. */
function kmsKey(approved: StepFacts, now: StepFacts): FieldDifference[] {
  if (!areKmsFacts(approved) || !areKmsFacts(now)) return [];
  const values = ({ kmsKey: seen, rotation }: typeof now) => ({
    key: seen.outcome === 'seen' ? seen.value : null,
    rotation: rotation.outcome === 'seen' ? rotation.value : null,
  });
  const [before, after] = [values(approved), values(now)];
  const ofKey = before.key && after.key && compare('KEY', KMS_KEY_FIELDS, before.key, after.key);
  const ofRotation =
    before.rotation &&
    after.rotation &&
    compare('KEY.rotation', KMS_ROTATION_FIELDS, before.rotation, after.rotation);
  return [...(ofKey ?? []), ...(ofRotation ?? [])];
}

function policy(approved: StepFacts, now: StepFacts): FieldDifference[] {
  if (approved.step !== 'POLICY' || now.step !== 'POLICY') return [];
  if (approved.keyPolicy.outcome !== 'seen' || now.keyPolicy.outcome !== 'seen') return [];
  return statementDifferences(approved.keyPolicy.value, now.keyPolicy.value);
}

function key(approved: StepFacts, now: StepFacts): FieldDifference[] {
  if (areKmsFacts(now)) return kmsKey(approved, now);
  if (!('key' in approved) || !('key' in now)) return [];
  if (approved.key.outcome !== 'seen' || now.key.outcome !== 'seen') return [];
  const named = ({ keyIdentifier }: { keyIdentifier: string }) => {
    const parsed = inspectKeyIdentifier(keyIdentifier).keyIdentifier;
    return {
      version: parsed?.version?.toLowerCase() ?? null,
      base: parsed ? `${parsed.vaultUri}/keys/${parsed.key.toLowerCase()}` : keyIdentifier,
    };
  };
  const [before, after] = [named(approved.key.value), named(now.key.value)];
  return compare(
    'KEY',
    KEY_FIELDS,
    { ...approved.key.value, keyIdentifier: before.base },
    { ...now.key.value, keyIdentifier: after.base },
    before.version === after.version ? [] : FIELDS_OF_VERSION,
  );
}

function role(approved: StepFacts, now: StepFacts): FieldDifference[] {
  if (approved.step !== 'ROLE' || now.step !== 'ROLE') return [];
  const lines = ({ assignments, denials }: typeof approved) => ({
    assignments:
      assignments.outcome === 'seen' ? assignments.value.map(assignmentLine).toSorted() : [],
    // What could not be read is no difference: most credentials may not read it (RB-06).
    denials: denials?.outcome === 'seen' ? denials.value.map(denialLine).toSorted() : null,
  });
  const [before, after] = [lines(approved), lines(now)];
  const skipped = before.denials && after.denials ? [] : ['denials'];
  return compare('ROLE', ROLE_FIELDS, before, after, skipped);
}

/**
 * Only where both were seen: what is not there, or cannot be read, is said by the checks.
 */
export function differencesOf(approved: StepFacts, now: StepFacts): FieldDifference[] {
  const step = now.step as WatchedStepId;
  if (approved.step !== step) return [];
  const [before, after] = [observationOf(approved), observationOf(now)];
  if (before.outcome !== 'seen' || after.outcome !== 'seen') return [];
  switch (step) {
    case 'VAULT':
      return compare('VAULT', VAULT_FIELDS, before.value as Values, after.value as Values);
    case 'NETWORK':
      return network(before.value as VaultFacts, after.value as VaultFacts);
    case 'KEY':
      return key(approved, now);
    case 'POLICY':
      return policy(approved, now);
    case 'CONSENT':
      return compare('CONSENT', PRINCIPAL_FIELDS, before.value as Values, after.value as Values);
    case 'ROLE':
      return role(approved, now);
  }
}
