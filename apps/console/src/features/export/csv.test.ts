import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, toCsv, toLine } from './csv.ts';

/** Many of them begin like formulas. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('', ' ', '\t', '\r', '\n', '\u200b', '\uFEFF', '\u0000'), fc.string())
    .chain(([space, rest]) =>
      fc.constantFrom(...'=+-@＝＋－＠"').map((start) => `${space}${start}${rest}`),
    ),
);
const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
const HEADER = ['a', 'b', 'c'];

const parsed = (csv: string): string[][] =>
  parse(csv, { bom: true, relaxColumnCount: false, recordDelimiter: '\r\n' });

describe('a CSV file', () => {
  it('never has a cell that a spreadsheet could take for a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const cell of parsed(toCsv(HEADER, rows.map(toLine))).flat())
          expect(cell).not.toMatch(/^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u);
      }),
    );
  });

  it('has every text as it is, but for the mark before a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const back = parsed(toCsv(HEADER, rows.map(toLine)));
        expect(back).toEqual([HEADER, ...rows.map((row) => row.map(guarded))]);
        for (const cell of rows.flat()) expect([cell, `'${cell}`]).toContain(guarded(cell));
      }),
    );
  });

  it.each(['Contoso', 'a=b', '2026-11-25T08:00:00Z', "'quoted", ' plain', 'Ünï "x"\nline'])(
    'leaves what is no formula as it is: %j',
    (plain) => {
      expect(guarded(plain)).toBe(plain);
    },
  );

  it('begins with the mark by which Excel reads it as UTF-8, and ends its lines', () => {
    expect(toCsv(['é'], [toLine(['=1', 2, null])])).toBe('\uFEFF"é"\r\n"\'=1","2",""\r\n');
  });
});
