/** Finds the retired terms in one file's text, a commit's subject included. */
import { exceptions, retiredTerms } from './retiredTerms.mjs';

const pattern = new RegExp(
  `(?<![a-z])(?:${retiredTerms.map(([term]) => `(${term})`).join('|')})(?![a-z])`,
  'g',
);
const address = /\bhttps?:\/\/[^\s)>'"`]+/g;

/** `lookedAt` and `LOOKED_AT` become "looked at", at the same offsets or later ones.
 * @param {string} line */
const asWords = (line) =>
  line
    .replace(address, ' ')
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1 ')
    .replaceAll('_', ' ')
    .toLowerCase();

/** @param {string} path */
function allowedIn(path) {
  const here = exceptions.filter(({ files }) => files.some((prefix) => path.startsWith(prefix)));
  return here.flatMap(({ words }) => words);
}

/**
 * @param {string} path from the root of the repository, with slashes
 * @param {string} text
 * @returns {{ line: number, term: string, instead: string }[]}
 */
export function findRetiredTerms(path, text) {
  const allowed = allowedIn(path);
  if (allowed.includes('*')) return [];
  const names = allowed.map((name) => new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`, 'g'));
  return text.split('\n').flatMap((line, index) => {
    const read = names.reduce((rest, name) => rest.replace(name, ' '), line);
    return [...asWords(read).matchAll(pattern)].map((match) => {
      const which = match.slice(1).findIndex((group) => group !== undefined);
      return { line: index + 1, term: match[0], instead: retiredTerms[which]?.[1] ?? '' };
    });
  });
}
