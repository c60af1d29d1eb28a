/** The console's GraphQL documents, which a request can name by the SHA-256 of their text. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { z } from 'zod';

/** Written by the console's generator. */
export const CONSOLE_DOCUMENTS = fileURLToPath(
  new URL('../../../console/src/generated/persistedDocuments.json', import.meta.url),
);

/** Hash to document. */
export type PersistedDocuments = ReadonlyMap<string, string>;

const manifestSchema = z.record(z.string(), z.string());

/** The documents of a manifest whose hashes name them; none where there is no file. */
export function readPersistedDocuments(path: string): PersistedDocuments {
  if (!existsSync(path)) return new Map();
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return new Map(
    Object.entries(manifest).filter(([name, text]) => hash('sha256', text, 'hex') === name),
  );
}

const bodySchema = z.object({
  query: z.undefined().optional(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }),
});

/** The text of the document that a request's body names; undefined for any other body. */
export function findNamedDocument(
  documents: PersistedDocuments,
  body: unknown,
): string | undefined {
  const named = bodySchema.safeParse(body).data;
  return named && documents.get(named.extensions.persistedQuery.sha256Hash);
}

type PersistedQueries = Exclude<
  ApolloServerOptionsWithGateway<object>['persistedQueries'],
  false | undefined
>;

const PREFIX = 'apq:';

/** Where Apollo finds documents. Clients register none, so that nobody can fill it. */
export function knownQueries(documents: PersistedDocuments): PersistedQueries {
  return {
    cache: {
      get: (key) => Promise.resolve(documents.get(key.slice(PREFIX.length))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
  };
}
