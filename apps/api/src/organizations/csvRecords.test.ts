import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, delimiterOf } from './csvRecords.ts';

const read = (text: string, delimiter = ',') =>
  csvRecords(text, delimiter, 100).map((r) => [r.line, r.problem ?? r.values]);

describe('csvRecords', () => {
  it('counts lines in the file, a record with line breaks from its first', () => {
    expect(read('a,b\n"x\ny",1\n\nlast,2')).toEqual([
      [1, ['a', 'b']],
      [2, ['x\ny', '1']],
      [5, ['last', '2']],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'takes lines that end in %j, with and without a byte order mark',
    (end) => {
      const text = ['a,b', '1,2', '3,4', ''].join(end);
      const expected = [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, ['3', '4']],
      ];
      expect(read(text)).toEqual(expected);
      expect(read(`\uFEFF${text}`)).toEqual(expected);
    },
  );

  it('goes on with the next line behind one it cannot read', () => {
    expect(read('h,i\na"b,1\n"c"d,2\nok,3\n"never closed,4\nok,5')).toEqual([
      [1, ['h', 'i']],
      [2, 'rowQuoteInValue'],
      [3, 'rowTextAfterQuote'],
      [4, ['ok', '3']],
      [5, 'rowQuoteNotClosed'],
      [6, ['ok', '5']],
    ]);
  });

  it('keeps empty values, also at the end', () => {
    expect(read(',\n"",x,')).toEqual([
      [1, ['', '']],
      [2, ['', 'x', '']],
    ]);
  });

  it('reads back whatever is written with quotes (property)', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'é'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
            .join('\r\n');
          expect(csvRecords(text, delimiter, 100).map((r) => r.values)).toEqual(rows);
        },
      ),
    );
  });

  it('stops at the limit', () => {
    expect(csvRecords('a\n'.repeat(50), ',', 3)).toHaveLength(3);
  });
});

describe('delimiterOf', () => {
  it.each([
    ['name,imsOrgId,shield\nx;y;z;w', ','],
    ['name;imsOrgId;shield\n1,2,3,4', ';'],
    ['\uFEFFname\timsOrgId\tshield', '\t'],
    ['\r\n\nname;imsOrgId;shield', ';'],
  ])('is told by the header of %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
