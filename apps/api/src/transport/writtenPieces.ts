/** What the functions of `jsonWriter.ts` are put together from. */
import {
  getArgumentValues,
  isEnumType,
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLLeafType,
} from 'graphql';
import { joinParts, type Written } from './joinParts.ts';
import { rememberedText } from './pureFields.ts';

export interface Execution {
  context: unknown;
  root: unknown;
  /** Coerced. */
  variables: Record<string, unknown>;
}

export interface Request extends Execution {
  /** By field, as all items of a list have the same. */
  args: Map<FieldNode, Record<string, unknown>>;
}
export type Write = (value: unknown, request: Request) => Written;

/** At compile time: this query is not written. While writing: it does not succeed. */
export class NotWritten extends Error {}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

export const writeValue = (value: unknown, write: Write, request: Request): Written =>
  isPromise(value) ? value.then((settled) => write(settled, request)) : write(value, request);

export function leafWriter(type: GraphQLLeafType): Write {
  if (isEnumType(type)) return enumWriter(type);
  return (value) => {
    const json = JSON.stringify(type.serialize(value) ?? undefined) as string | undefined;
    if (json === undefined) throw new NotWritten();
    return json;
  };
}

function enumWriter(type: GraphQLEnumType): Write {
  const texts = new Map<unknown, string>(
    type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]),
  );
  return (value) => {
    const text = texts.get(value);
    if (text === undefined) throw new NotWritten();
    return text;
  };
}

/** One field, or neighbouring fields whose text depends on the object alone. */
export interface Piece {
  pure: boolean;
  write: Write;
}

const NO_ARGUMENTS = Object.freeze({});

export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { args, variables }: Request,
): Record<string, unknown> {
  if (field.args.length === 0) return NO_ARGUMENTS;
  const known = args.get(node);
  if (known) return known;
  const values = getArgumentValues(field, node, variables);
  args.set(node, values);
  return values;
}

/** Neighbouring pure fields become one piece, whose text an object may remember. */
export function groupPure(pieces: readonly Piece[]): Piece[] {
  const groups: Piece[] = [];
  let pure: Piece[] = [];
  const close = (): void => {
    if (pure.length > 0) groups.push(pureGroup(pure, ['', '']));
    pure = [];
  };
  for (const piece of pieces) {
    if (piece.pure) pure.push(piece);
    else {
      close();
      groups.push(piece);
    }
  }
  close();
  return groups;
}

export function pureGroup(pieces: readonly Piece[], around: readonly [string, string]): Piece {
  const write: Write = (value, request) =>
    rememberedText(value, write, () =>
      joinParts(pieces.length, (index) => pieces[index]!.write(value, request), around),
    );
  return { pure: true, write };
}
