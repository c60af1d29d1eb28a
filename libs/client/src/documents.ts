/** What the client has to know of an operation: its text, its variables, if it can be repeated. */
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { KEYED_INPUTS } from './generated/keyedInputs.ts';

/**
 * An operation with the types of its data and variables, as generators write it (as text or as a
 * tree), or its text alone.
 */
export type TypedDocument<Data, Variables> =
  (DocumentTypeDecoration<Data, Variables> & (DocumentNode | { toString(): string })) | string;

/** A document, whatever its types. */
export type AnyDocument = TypedDocument<unknown, never>;

/** Variables of an operation, by name. */
export type AnyVariables = Record<string, unknown>;

/** An operation, read. */
export interface Operation {
  text: string;
  kind: 'query' | 'mutation' | 'subscription';
  /** For logs; null where it has none. */
  name: string | null;
  /** Names of the variables that it declares. */
  variables: ReadonlySet<string>;
  /**
   * Variables whose value takes an idempotency key. Null where a part of a mutation could not be
   * repeated with one.
   */
  keyed: readonly string[] | null;
}

const known = new Map<string, Operation>();
const KEPT = 200;

/**
 * What an operation is and declares.
 * @throws GraphQLError for a text that is not GraphQL, or has several operations
 */
export function readOperation(document: AnyDocument): Operation {
  const text = textOf(document);
  const before = known.get(text);
  if (before) return before;
  const parsed = parse(text, { noLocation: true });
  const operations = parsed.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (!operation || operations.length > 1) throw new SyntaxError('Send exactly one operation.');
  const read: Operation = {
    text,
    kind: operation.operation,
    name: operation.name?.value ?? null,
    variables: new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value)),
    keyed: operation.operation === OperationTypeNode.MUTATION ? keyedVariables(operation) : [],
  };
  if (known.size >= KEPT) known.clear();
  known.set(text, read);
  return read;
}

function textOf(document: AnyDocument): string {
  if (typeof document === 'string') return document;
  return 'kind' in document ? print(document) : String(document);
}

/** The variables that are the keyed inputs of all root fields; null where one is none. */
function keyedVariables(operation: OperationDefinitionNode): string[] | null {
  const types = new Map(
    operation.variableDefinitions?.map(({ variable, type }) => [
      variable.name.value,
      typeName(type),
    ]),
  );
  const names: string[] = [];
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) return null;
    const name = inputVariable(field);
    if (name === null) continue;
    if (name === undefined || !KEYED_INPUTS.has(types.get(name) ?? '')) return null;
    names.push(name);
  }
  return names;
}

/** The variable of a field's `input`; null where the input has a key in its text. */
function inputVariable(field: FieldNode): string | null | undefined {
  const value = field.arguments?.find(({ name }) => name.value === 'input')?.value;
  if (value?.kind === Kind.VARIABLE) return value.name.value;
  return value?.kind === Kind.OBJECT &&
    value.fields.some(({ name }) => name.value === 'idempotencyKey')
    ? null
    : undefined;
}

const typeName = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type);
