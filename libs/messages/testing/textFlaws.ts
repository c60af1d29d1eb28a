/** What must be in no text for people, whatever it is made of. Imported by tests only. */
import type { Locale } from '@keyway/core';

export interface ShownText {
  /** Where it comes from, for the message. */
  from: string;
  kind:
    | 'remedy'
    | 'cause'
    | 'sentence'
    | 'phrase'
    | 'history'
    | 'instruction'
    | 'script'
    | 'refusal'
    | 'document';
  locale: Locale;
  text: string;
}

/** What identifies a placeholder for a person, and an ARN of IAM, which has no region. */
const MEANT = /\/keys\/\{(?:key|clave)\}\/\{(?:version|versión)\}|\$\{[^}]*\}|arn:aws:iam::/g;
const BY_KIND: Readonly<Record<string, readonly ShownText['kind'][]>> = {
  // Scripts are code, and a document has lists and lines.
  prose: ['remedy', 'cause', 'sentence', 'phrase', 'history', 'instruction', 'refusal', 'document'],
  ends: ['remedy', 'cause', 'sentence', 'refusal'],
};
const isOne = (group: string, { kind }: ShownText): boolean => BY_KIND[group]!.includes(kind);

const RULES: readonly [name: string, applies: (shown: ShownText) => boolean, flaw: RegExp][] = [
  [
    'an ellipsis in what is to be done',
    ({ kind }) => kind === 'remedy' || kind === 'instruction' || kind === 'script',
    /…|\.\.\./,
  ],
  ['a word twice', (shown) => isOne('prose', shown), /(?<![\p{L}\d-])(\p{L}+) \1(?![\p{L}\d-])/iu],
  ['two words twice', (shown) => isOne('prose', shown), /(?<!\p{L})(\p{L}+ \p{L}+) \1(?!\p{L})/iu],
  ['no value', () => true, /\b(?:undefined|NaN)\b|\[object|(?<![\w.$=>-])null(?!\w)/],
  ['a placeholder', (shown) => shown.kind !== 'script', /\{[a-zA-Z]*\}|\{\{|\}\}/],
  ['two spaces', (shown) => isOne('prose', shown), /\S {2,}\S/],
  ['a space before punctuation', (shown) => isOne('prose', shown), / [.,;:!?](?=\s|$)/],
  [
    'punctuation twice',
    (shown) => isOne('prose', shown),
    /[.,;:]{2,}(?<!\.\.\.)|[.…][”»]\.|\.[”»]?\)\./,
  ],
  ['an empty quotation or bracket', (shown) => isOne('prose', shown), /“\s*”|«\s*»|\(\s*\)/],
  // An example at the end is meant to be copied, so it has no full stop.
  ['no end', (shown) => isOne('ends', shown), /^(?!.*(?:Example|Ejemplo): ).*[^.?!:]$(?<!…)/s],
  ['a control character', () => true, /[\p{Cc}](?<![\n])/u],
];

/** The names of the rules that a text breaks. */
export function flawsOf(shown: ShownText): string[] {
  const text = shown.text.replace(MEANT, '');
  const broken = RULES.filter(([, applies, flaw]) => applies(shown) && flaw.test(text)).map(
    ([name]) => name,
  );
  return text.trim() === '' ? ['empty'] : broken;
}
