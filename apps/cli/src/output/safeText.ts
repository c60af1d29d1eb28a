/** Texts come from outside: none of them may steer a terminal or break a line of a table. */

/** Control and format characters: they steer terminals, or reverse what follows. */
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const UNSAFE_IN_LINES = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const REPLACEMENT = '\ufffd';

/** Emoji are joined by it. */
const JOINER = '\u200d';
const replaced = (found: string): string => (found === JOINER ? found : REPLACEMENT);

/** One line of text. */
export const oneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(UNSAFE, replaced);

/** Text that may have several lines. */
export const severalLines = (text: string): string =>
  text.replaceAll('\t', '  ').replace(/\r\n?/g, '\n').replace(UNSAFE_IN_LINES, replaced);
