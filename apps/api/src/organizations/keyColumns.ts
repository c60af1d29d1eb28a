/** The columns of an import that name keys: one of each track, and its vault where it is known. */
import {
  importedKeyProblem,
  refuse,
  TRACK_IDS,
  type Cloud,
  type PlannedKey,
  type PlannedKeys,
  type Refusal,
  type TrackId,
} from '@keyway/core';
import { isStorable, MAX_LENGTHS } from '../userErrors/inputValidator.ts';

export const KEY_COLUMNS = [
  'aepKeyIdentifier',
  'aepVaultResourceId',
  'cjaKeyIdentifier',
  'cjaVaultResourceId',
] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

/** The fields of `provideKey`. */
type Field = keyof Pick<PlannedKey, 'keyIdentifier' | 'vaultResourceId'>;

const COLUMN_OF = {
  AEP: { keyIdentifier: 'aepKeyIdentifier', vaultResourceId: 'aepVaultResourceId' },
  CJA: { keyIdentifier: 'cjaKeyIdentifier', vaultResourceId: 'cjaVaultResourceId' },
} as const satisfies Record<TrackId, Record<Field, KeyColumn>>;

export const keyColumnOf = (track: TrackId): KeyColumn => COLUMN_OF[track].keyIdentifier;

/** Whether a header names such a column. */
export const isKeyColumn = (name: string): boolean =>
  KEY_COLUMNS.some((column) => column.toLowerCase() === name.trim().toLowerCase());

/** Whether a row has such a column, with a value or without. */
export const hasKeyColumn = (cells: object): boolean =>
  KEY_COLUMNS.some((column) => column in cells);

/** One text, without outer spaces; empty where it was left out. */
function textOf(column: KeyColumn, cell: unknown): string | Refusal {
  const text = cell ?? '';
  if (typeof text !== 'string' || !isStorable(text)) return refuse('rowValueNotText', [column]);
  const { length } = text.trim();
  const max = MAX_LENGTHS.identifier;
  return length > max ? refuse('textTooLong', [column], { length, max }) : text.trim();
}

/** What is given, as far as it can be read without knowing the organization. */
export function readKeyCells(cells: Partial<Record<KeyColumn, unknown>>): {
  keys: PlannedKeys;
  refusals: Refusal[];
} {
  const keys: PlannedKeys = {};
  const refusals: Refusal[] = [];
  for (const track of TRACK_IDS) {
    const columns = COLUMN_OF[track];
    const key = textOf(columns.keyIdentifier, cells[columns.keyIdentifier]);
    const vault = textOf(columns.vaultResourceId, cells[columns.vaultResourceId]);
    if (typeof key !== 'string') refusals.push(key);
    if (typeof vault !== 'string') refusals.push(vault);
    if (typeof key !== 'string' || typeof vault !== 'string') continue;
    if (key !== '') keys[track] = { keyIdentifier: key, vaultResourceId: vault || null };
    else if (vault !== '') refusals.push(refuse('rowValueMissing', [columns.keyIdentifier]));
  }
  return { keys, refusals };
}

/** What is wrong with the texts for an organization on this cloud, each with its column. */
export function keyProblems(keys: PlannedKeys, cloud: Cloud): Refusal[] {
  return TRACK_IDS.flatMap((track) => {
    const key = keys[track];
    const problem = key ? importedKeyProblem(track, key, cloud) : null;
    if (!problem) return [];
    const isOfVault = problem.field?.[0] === 'vaultResourceId';
    return [
      { ...problem, field: [COLUMN_OF[track][isOfVault ? 'vaultResourceId' : 'keyIdentifier']] },
    ];
  });
}
