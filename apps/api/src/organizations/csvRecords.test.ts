import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, delimiterOf } from './csvRecords.ts';

const read = async (text: string, delimiter = ',') =>
  (await csvRecords(text, delimiter, 100)).map((r) => [r.line, r.problem ?? r.values]);

describe('csvRecords', () => {
  it('counts lines in the file, a record with line breaks from its first', async () => {
    expect(await read('a,b\n"x\ny",1\n\nlast,2')).toEqual([
      [1, ['a', 'b']],
      [2, ['x\ny', '1']],
      [5, ['last', '2']],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])(
    'takes lines that end in %j, with and without a byte order mark',
    async (end) => {
      const text = ['a,b', '1,2', '3,4', ''].join(end);
      const expected = [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, ['3', '4']],
      ];
      expect(await read(text)).toEqual(expected);
      expect(await read(`\uFEFF${text}`)).toEqual(expected);
    },
  );

  it('continues with the next line after one it cannot read', async () => {
    expect(await read('h,i\na"b,1\n"c"d,2\nok,3\n"never closed,4\nok,5')).toEqual([
      [1, ['h', 'i']],
      [2, 'rowQuoteInValue'],
      [3, 'rowTextAfterQuote'],
      [4, ['ok', '3']],
      [5, 'rowQuoteNotClosed'],
      [6, ['ok', '5']],
    ]);
  });

  it('keeps empty values, also at the end', async () => {
    expect(await read(',\n"",x,')).toEqual([
      [1, ['', '']],
      [2, ['', 'x', '']],
    ]);
  });

  it('reads back whatever is written with quotes (property)', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'é'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, delimiter) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter))
            .join('\r\n');
          const records = await csvRecords(text, delimiter, 100);
          expect(records.map((r) => r.values)).toEqual(rows);
        },
      ),
    );
  });

  it('lets other work run between thousands of bad lines', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const records = await csvRecords('a"b,1\n'.repeat(5000), ',', 6000);
    clearInterval(timer);
    expect(records).toHaveLength(5000);
    expect(turns).toBeGreaterThan(3);
  });

  it('stops at the limit', async () => {
    expect(await csvRecords('a\n'.repeat(50), ',', 3)).toHaveLength(3);
  });
});

describe('delimiterOf', () => {
  it.each([
    ['name,imsOrgId,shield\nx;y;z;w', ','],
    ['name;imsOrgId;shield\n1,2,3,4', ';'],
    ['\uFEFFname\timsOrgId\tshield', '\t'],
    ['\r\n\nname;imsOrgId;shield', ';'],
  ])('is the most frequent one in the header %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});
