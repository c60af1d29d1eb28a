/** A key as `az keyvault key show` and `az keyvault key create` print it. */
import { parseJson, textAt } from '../../connections/jsonFile.ts';
import type { TrackId } from '../../../generated/enums.ts';

export interface KeyFile {
  identifier: string;
  /** That the name of the vault or of the key says; null where they say none, or both. */
  track: TrackId | null;
}

const KEY_ADDRESS = /^https:\/\/[^/]+\/keys\/[^/]+(\/[^/]+)?$/;

/** Null where the text is no such file. */
export function readKeyFile(text: string): KeyFile | null {
  const identifier = textAt(parseJson(text), 'key', 'kid');
  if (!identifier || !KEY_ADDRESS.test(identifier)) return null;
  const [host, , name] = identifier.slice('https://'.length).split('/');
  const parts = `${host?.split('.')[0]}-${name}`.toLowerCase().split(/[^a-z0-9]+/);
  const named = (['AEP', 'CJA'] as const).filter((id) => parts.includes(id.toLowerCase()));
  return { identifier, track: named.length === 1 ? (named[0] ?? null) : null };
}
