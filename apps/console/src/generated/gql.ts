/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  query Search($text: String!) {\n    search(text: $text, first: 10) {\n      matched\n      organization {\n        id\n        name\n        imsOrgId\n      }\n      run {\n        id\n        status\n      }\n    }\n  }\n': typeof types.SearchDocument;
  '\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      role\n      scopes\n      kind\n      partner\n    }\n    environment {\n      sandbox\n      version\n      signIn {\n        name\n        url\n      }\n    }\n  }\n': typeof types.ViewerDocument;
  '\n  query ShellCounts {\n    portfolio {\n      byStep {\n        track\n        step\n        status\n        count\n      }\n    }\n  }\n': typeof types.ShellCountsDocument;
  '\n  subscription RunsTick {\n    runsChanged {\n      id\n      version\n    }\n  }\n': typeof types.RunsTickDocument;
};
const documents: Documents = {
  '\n  query Search($text: String!) {\n    search(text: $text, first: 10) {\n      matched\n      organization {\n        id\n        name\n        imsOrgId\n      }\n      run {\n        id\n        status\n      }\n    }\n  }\n':
    types.SearchDocument,
  '\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      role\n      scopes\n      kind\n      partner\n    }\n    environment {\n      sandbox\n      version\n      signIn {\n        name\n        url\n      }\n    }\n  }\n':
    types.ViewerDocument,
  '\n  query ShellCounts {\n    portfolio {\n      byStep {\n        track\n        step\n        status\n        count\n      }\n    }\n  }\n':
    types.ShellCountsDocument,
  '\n  subscription RunsTick {\n    runsChanged {\n      id\n      version\n    }\n  }\n': types.RunsTickDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Search($text: String!) {\n    search(text: $text, first: 10) {\n      matched\n      organization {\n        id\n        name\n        imsOrgId\n      }\n      run {\n        id\n        status\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Search($text: String!) {\n    search(text: $text, first: 10) {\n      matched\n      organization {\n        id\n        name\n        imsOrgId\n      }\n      run {\n        id\n        status\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      role\n      scopes\n      kind\n      partner\n    }\n    environment {\n      sandbox\n      version\n      signIn {\n        name\n        url\n      }\n    }\n  }\n',
): (typeof documents)['\n  query Viewer {\n    viewer {\n      id\n      name\n      email\n      role\n      scopes\n      kind\n      partner\n    }\n    environment {\n      sandbox\n      version\n      signIn {\n        name\n        url\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ShellCounts {\n    portfolio {\n      byStep {\n        track\n        step\n        status\n        count\n      }\n    }\n  }\n',
): (typeof documents)['\n  query ShellCounts {\n    portfolio {\n      byStep {\n        track\n        step\n        status\n        count\n      }\n    }\n  }\n'];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  subscription RunsTick {\n    runsChanged {\n      id\n      version\n    }\n  }\n',
): (typeof documents)['\n  subscription RunsTick {\n    runsChanged {\n      id\n      version\n    }\n  }\n'];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> =
  TDocumentNode extends DocumentNode<infer TType, any> ? TType : never;
