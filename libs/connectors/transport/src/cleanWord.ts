/**
 * Makes an upstream word, such as a status, safe to show and compare: bounded, nothing invisible.
 */

const MAX_LENGTH = 500;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is replaced
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * What had to be changed cannot equal a word that is known: each invisible character becomes
 * U+FFFD, and a cut ends in an ellipsis.
 */
export function cleanWord(word: string): string {
  const bounded = word.length > MAX_LENGTH ? `${word.slice(0, MAX_LENGTH - 1)}…` : word;
  return bounded.toWellFormed().replace(INVISIBLE, '\ufffd');
}
