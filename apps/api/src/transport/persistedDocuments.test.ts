import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findNamedDocument, readPersistedDocuments } from './persistedDocuments.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QUERY = '{ environment { sandbox } }';
const HASH = hash('sha256', QUERY, 'hex');

function read(manifest: unknown) {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(manifest));
  return readPersistedDocuments(path);
}

describe('readPersistedDocuments', () => {
  it('has each document under the hash of its text', () => {
    const other = hash('sha256', 'another text', 'hex');
    expect([...read({ [HASH]: QUERY, [other]: 'mutation { x }' })]).toEqual([[HASH, QUERY]]);
  });

  it('has none where the console was not generated', () => {
    expect(readPersistedDocuments(join(folder, 'absent.json')).size).toBe(0);
  });
});

describe('findNamedDocument', () => {
  const documents = new Map([[HASH, QUERY]]);
  const named = { extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } };

  it('finds the document of a body that has a hash and no text', () => {
    expect(findNamedDocument(documents, named)).toBe(QUERY);
  });

  it.each([
    { ...named, query: '{ viewer { id } }' },
    { extensions: { persistedQuery: { sha256Hash: 'toString' } } },
    { extensions: { persistedQuery: { sha256Hash: [HASH] } } },
    [named],
    {},
    null,
    'x',
  ])('finds none for %j', (body) => {
    expect(findNamedDocument(documents, body)).toBeUndefined();
  });
});
