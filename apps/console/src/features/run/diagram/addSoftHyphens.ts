/**
 * Adds soft hyphens to long words. A browser hyphenates only languages that it has a dictionary
 * for, and a Spanish step name can be wider than its node.
 */
const SOFT_HYPHEN = '\u00ad';
const LONG_WORD = /\p{L}{10,}/gu;
/** Between a vowel and consonant plus vowel: a syllable's end in Spanish, harmless in English. */
const BREAK = /([aeiouáéíóúü])(?=[bcdfghjklmnñpqrstvwxyz][aeiouáéíóúü])/giu;

/** Only in words of ten letters or more, and at least three letters from either end. */
export function addSoftHyphens(text: string): string {
  return text.replace(LONG_WORD, (word) =>
    word.replace(BREAK, (vowel: string, _group: string, at: number) =>
      at < 2 || at > word.length - 4 ? vowel : vowel + SOFT_HYPHEN,
    ),
  );
}
