/**
 * The GraphQL documents as the console sends them, by the SHA-256 of their text. The api knows them
 * from the manifest, so that a request names its document by the hash.
 */
import { createHash } from 'node:crypto';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { Kind, print } from 'graphql';
import type { DocumentNode } from 'graphql';

/** The text that the console sends: Apollo's cache asks for the type of every object. */
function printDocument(document: DocumentNode): string {
  return print(addTypenameToDocument(document));
}

export function hashDocument(document: DocumentNode): string {
  return createHash('sha256').update(printDocument(document)).digest('hex');
}

/** Fragments are no requests. */
export function isOperation({ definitions }: DocumentNode): boolean {
  return definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

/** Hash to document, sorted, so that the manifest changes only where a document does. */
export function toManifest(documents: readonly DocumentNode[]): Record<string, string> {
  return Object.fromEntries(
    documents
      .filter(isOperation)
      .map((document): [string, string] => [hashDocument(document), printDocument(document)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
