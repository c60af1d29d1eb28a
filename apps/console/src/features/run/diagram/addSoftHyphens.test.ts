import { describe, expect, it } from 'vitest';
import { addSoftHyphens } from './addSoftHyphens.ts';

const shown = (text: string) => addSoftHyphens(text).replaceAll('\u00ad', '-');

describe('addSoftHyphens', () => {
  it('breaks long words between syllables', () => {
    expect(shown('Consentimiento')).toBe('Consenti-miento');
    expect(shown('Confirmación')).toBe('Confirma-ción');
    expect(shown('Confirmation')).toBe('Confirma-tion');
  });

  it('leaves short words and what is no word alone', () => {
    expect(shown('Registro de la clave')).toBe('Registro de la clave');
    expect(shown('0123456789abcdef')).toBe('0123456789abcdef');
  });

  it('changes nothing but adds soft hyphens', () => {
    expect(addSoftHyphens('Registro de aplicaciones').replaceAll('\u00ad', '')).toBe(
      'Registro de aplicaciones',
    );
  });
});
