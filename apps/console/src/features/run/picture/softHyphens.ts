/**
 * Lets long words break where a reader expects it. Browsers hyphenate only where they have the
 * language's dictionary, and a step's name in Spanish can be wider than its place in the picture.
 */
const SOFT_HYPHEN = '\u00ad';
const LONG_WORD = /\p{L}{10,}/gu;
/**
 * After a vowel that a consonant and another vowel follow: a syllable's end in Spanish, and
 * harmless in English.
 */
const BREAK = /([aeiouáéíóúü])(?=[bcdfghjklmnñpqrstvwxyz][aeiouáéíóúü])/giu;

/**
 * The same text with soft hyphens in words of ten letters and more, at least three letters from
 * either end.
 */
export function withSoftHyphens(text: string): string {
  return text.replace(LONG_WORD, (word) =>
    word.replace(BREAK, (vowel: string, _group: string, at: number) =>
      at < 2 || at > word.length - 4 ? vowel : vowel + SOFT_HYPHEN,
    ),
  );
}
