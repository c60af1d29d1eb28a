import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { englishTexts, spanishTexts } from '../testing/allTexts.ts';
import { formatUserErrorTitle } from './formatUserErrorTitle.ts';

const english = createIntl({ locale: 'en', messages: englishTexts });
const spanish = createIntl({ locale: 'es', messages: spanishTexts });

describe('refusalTitle', () => {
  it('says by its code what a refusal is about, in both languages', () => {
    expect(formatUserErrorTitle([{ code: 'RUN_CLOSED' }], english)).toBe(
      'Not done: the run has ended',
    );
    expect(formatUserErrorTitle([{ code: 'RUN_CLOSED' }, { code: 'RUN_CLOSED' }], spanish)).toBe(
      'No se ha hecho: el proceso ha terminado',
    );
  });

  it('says nothing of several codes, or of one it does not know', () => {
    expect(formatUserErrorTitle([{ code: 'RUN_CLOSED' }, { code: 'CONFLICT' }], spanish)).toBe(
      'No se ha hecho',
    );
    expect(formatUserErrorTitle([{ code: 'FAILED' }], english)).toBe('Not done');
    expect(formatUserErrorTitle([{ code: 'constructor' }], english)).toBe('Not done');
    expect(formatUserErrorTitle([], english)).toBe('Not done');
  });
});
