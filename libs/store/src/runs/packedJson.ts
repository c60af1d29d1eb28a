/**
 * States and observations as they are stored: a byte that names the dictionary, then raw deflate.
 * PostgreSQL, which knows no dictionary, would write three to ten times as much of each.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { NewerVersion } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { DICTIONARIES } from './packingDictionaries.ts';

export type Packing = 'state' | 'observation';

const VERSION = 1;
/** Observations change rarely, and a run has about ten that each reading of it needs. */
const unpackedObservations = new LRUCache<string, string>({
  maxSize: 400_000,
  sizeCalculation: (json, hex) => json.length + hex.length,
});

/** Little memory, which is cleared each time, for texts as short as these. */
const DEFLATE = { memLevel: 7, chunkSize: 4096 };

export function packJson(packing: Packing, json: string): Buffer {
  const dictionary = dictionaryOf(VERSION, packing);
  return Buffer.concat([Buffer.of(VERSION), deflateRawSync(json, { ...DEFLATE, dictionary })]);
}

/** @throws where a newer version of the program packed it */
export function unpackJson(packing: Packing, hex: string): string {
  const known = unpackedObservations.get(hex);
  if (known !== undefined) return known;
  const bytes = Buffer.from(hex, 'hex');
  const dictionary = dictionaryOf(bytes[0], packing);
  const json = inflateRawSync(bytes.subarray(1), { dictionary }).toString();
  if (packing === 'observation') unpackedObservations.set(hex, json);
  return json;
}

function dictionaryOf(version: number | undefined, packing: Packing): Buffer {
  const dictionaries = DICTIONARIES[version ?? 0];
  if (!dictionaries) throw new NewerVersion(`Packing ${version} is newer than this program.`);
  return dictionaries[packing];
}
