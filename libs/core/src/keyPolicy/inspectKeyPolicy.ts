/**
 * Reads a key policy as people paste it and as KMS answers it: comments and trailing commas are
 * ignored (AWS-07). What is not a policy is refused with its position; nothing is guessed.
 */
import * as jsoncModule from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { refuse, type Refusal } from '../refusal.ts';
import { statementOf, type Statement } from './statement.ts';

// Cast: Node reads the package as CommonJS, all of it in `default`, which its types don't have;
// bundlers take its ES module.
const jsonc = (jsoncModule as unknown as { default?: typeof jsoncModule }).default ?? jsoncModule;

/** A key policy, with its statements in their order. */
export interface KeyPolicy {
  /** Members beside the statements, such as `Version` and `Id`, as they were. */
  head: Record<string, unknown>;
  statements: Statement[];
}

/** What KMS takes of a key policy, in characters. */
export const MAX_KEY_POLICY_LENGTH = 32_768;
/** Deeper is no policy; the parser recurses. */
const MAX_DEPTH = 12;

/** The policy, or why the text is none. */
export type InspectedKeyPolicy = { policy: KeyPolicy } | { refusal: Refusal };

/**
 * Spaces that come with a text copied from a page, as plain ones; those in strings stay. Positions
 * stay the same.
 */
const withPlainSpaces = (text: string): string =>
  text.replace(/"(?:[^"\\\n]|\\.)*"|[\u00A0\u200B\u2028\u2029\u202F\uFEFF]/g, (found) =>
    found.startsWith('"') ? found : ' ',
  );

/** Where something is in a text, counted from 1. */
function position(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, character: before.at(-1)!.length + 1 };
}

/**
 * Where the text nests deeper than any policy; null where nowhere. By tokens: brackets in comments
 * and in strings would let a text pass that the parser can't take.
 */
function tooDeepAt(text: string): number | null {
  const scanner = jsonc.createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    if (scanner.getTokenLength() === 0) return null;
    const offset = scanner.getTokenOffset();
    const first = text[offset];
    if (first === '{' || first === '[') depth += 1;
    if (first === '}' || first === ']') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return offset;
  }
}

/** The first member that an object repeats: readers differ in which one counts. */
function repeatedMember(node: Node): Node | null {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const name: unknown = node.type === 'object' ? child.children?.[0]?.value : undefined;
    if (name !== undefined && names.has(name)) return child;
    names.add(name);
    const found = repeatedMember(child);
    if (found) return found;
  }
  return null;
}

const memberOf = (node: Node, name: string): Node | undefined =>
  jsonc.findNodeAtLocation(node, [name]);

/** The nodes of the statements: of a policy, of one statement, or of a list of them. */
function statementNodes(root: Node): readonly Node[] | null {
  if (root.type === 'array') return root.children ?? [];
  if (root.type !== 'object') return null;
  const statements = memberOf(root, 'Statement');
  if (!statements) return memberOf(root, 'Effect') ? [root] : null;
  if (statements.type === 'object') return [statements];
  return statements.type === 'array' ? (statements.children ?? []) : null;
}

function headOf(root: Node): Record<string, unknown> {
  if (root.type !== 'object' || !memberOf(root, 'Statement')) return {};
  const { Statement: _, ...head } = jsonc.getNodeValue(root) as Record<string, unknown>;
  return head;
}

/**
 * The policy that the text is, or why it is none.
 * @param field of the refusal
 */
export function inspectKeyPolicy(given: string, field: string[]): InspectedKeyPolicy {
  if (given.length > MAX_KEY_POLICY_LENGTH)
    return { refusal: refuse('keyPolicyTooLong', field, { max: MAX_KEY_POLICY_LENGTH }) };
  const text = withPlainSpaces(given);
  const notJson = (offset: number): InspectedKeyPolicy => ({
    refusal: refuse('keyPolicyNotJson', field, position(text, offset)),
  });
  const refusePart = (part: string, offset: number): InspectedKeyPolicy => ({
    refusal: refuse('keyPolicyPart', field, { part, ...position(text, offset) }),
  });
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== null) return notJson(tooDeep);
  const errors: ParseError[] = [];
  const root = jsonc.parseTree(text, errors, { allowTrailingComma: true });
  if (errors[0]) return notJson(errors[0].offset);
  if (!root) return notJson(0);
  const repeated = repeatedMember(root);
  if (repeated) return refusePart(String(repeated.children?.[0]?.value), repeated.offset);
  const nodes = statementNodes(root);
  if (!nodes || nodes.length === 0) return refusePart('Statement', root.offset);
  const statements: Statement[] = [];
  for (const node of nodes) {
    const found = statementOf(jsonc.getNodeValue(node));
    if (typeof found === 'string') return refusePart(found, (memberOf(node, found) ?? node).offset);
    statements.push(found);
  }
  return { policy: { head: headOf(root), statements } };
}
