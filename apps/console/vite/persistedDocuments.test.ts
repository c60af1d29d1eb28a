import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import type { TypedDocumentNode } from '@apollo/client';
import { Kind, OperationTypeNode, print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createCache } from '../src/apollo/cache.ts';
import manifest from '../src/generated/persistedDocuments.json' with { type: 'json' };
import { readDocuments } from './inlineDocuments.ts';
import { hashDocument, isOperation } from './persistedDocuments.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const documents = (await readDocuments()).filter(isOperation);

/** What the client sends for the document. */
function sentFor(document: DocumentNode): { text: string; hash: unknown } {
  let sent: DocumentNode | undefined;
  const link = new ApolloLink(({ query }) => {
    sent = query;
    return new Observable((observer) => observer.complete());
  });
  const client = new ApolloClient({ link, cache: createCache() });
  const query = { ...document, hash: hashDocument(document) } as TypedDocumentNode;
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const type = operation && 'operation' in operation ? operation.operation : undefined;
  if (type === OperationTypeNode.QUERY) client.query({ query }).catch(() => undefined);
  else if (type === OperationTypeNode.MUTATION)
    client.mutate({ mutation: query }).catch(() => undefined);
  else client.subscribe({ query }).subscribe({ error: () => undefined });
  if (!sent) throw new Error('Nothing was sent');
  return { text: print(sent), hash: (sent as { hash?: unknown }).hash };
}

describe('the manifest of documents', () => {
  it('has what the client sends, and the client sends the hash with it', () => {
    expect(documents.length).toBeGreaterThan(40);
    for (const document of documents) {
      const { text, hash } = sentFor(document);
      expect(hash).toBe(sha256(text));
      expect(manifest).toHaveProperty(String(hash), text);
    }
  });

  it('has nothing else', () => {
    expect(Object.keys(manifest)).toHaveLength(documents.length);
    for (const [hash, text] of Object.entries(manifest)) expect(sha256(text)).toBe(hash);
  });
});
