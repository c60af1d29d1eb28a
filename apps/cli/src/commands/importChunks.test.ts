import { expect, test } from 'vitest';
import { csvChunks, jsonChunks, type Chunk } from './importChunks.ts';

const everything = () => true;
/** Each chunk with all of its rows. */
const partsOf = (chunks: readonly Chunk[]) =>
  chunks.map(({ rows, part }) => ({ rows: rows.length, ...part(everything) }));

const lines = (content: string): string[] => content.split(/\r\n|\r|\n/);

test.each(['\n', '\r\n', '\r'])('a CSV file in parts, each with the header (%j)', (end) => {
  const rows = Array.from({ length: 7 }, (_, index) => `Name ${index},x`);
  const chunks = partsOf(csvChunks(['name,imsOrgId', ...rows].join(end), 3));
  expect(chunks.map(({ rows: count }) => count)).toEqual([3, 3, 1]);
  for (const chunk of chunks) expect(lines(chunk.content)[0]).toBe('name,imsOrgId');
  const inFile = chunks.flatMap(({ content, lineOf }) =>
    lines(content)
      .slice(1)
      .flatMap((text, index) => (text ? [[text, lineOf(index + 2)] as const] : [])),
  );
  expect(inFile).toEqual(rows.map((text, index) => [text, index + 2]));
});

test('a record with line breaks stays whole, and keeps the lines after it right', () => {
  const content = 'name,x\n"A\nB, ""C""",1\nD,2\nE,3\n';
  const [first, second, third] = partsOf(csvChunks(content, 1));
  expect(first!.content).toBe('name,x\n"A\nB, ""C""",1\n');
  expect(first!.lineOf(2)).toBe(2);
  expect(second!.lineOf(2)).toBe(4);
  expect(third!.lineOf(2)).toBe(5);
});

test('a header with line breaks, and a file without a last line break', () => {
  const chunks = partsOf(csvChunks('"na\nme",x\nA,1\nB,2', 1));
  expect(chunks.map(({ content }) => content)).toEqual(['"na\nme",x\nA,1\n', '"na\nme",x\nB,2']);
  expect(chunks[1]!.lineOf(3)).toBe(4);
});

test('a file that fits, or has nothing, is one part as it is', () => {
  for (const content of ['', 'name\n', 'name\nA\nB\n'])
    expect(partsOf(csvChunks(content, 2)).map((part) => part.content)).toEqual([content]);
});

test('a JSON list in parts', () => {
  const chunks = partsOf(jsonChunks('\ufeff[1,2,3,4,5]', 2)!);
  expect(chunks.map(({ content }) => content)).toEqual(['[1,2]', '[3,4]', '[5]']);
  expect(chunks[2]!.lineOf(1)).toBe(5);
  expect(jsonChunks('{"name":"A"}', 2)).toBeNull();
  expect(jsonChunks('[', 2)).toBeNull();
});

const ID = '0123456789abcdef01234567@AdobeOrg';

test.each([
  ['commas', `name,imsOrgId\nA,${ID}\n`],
  ['semicolons and a BOM', `\ufeffName;IMSORGID\r\n"A; ""B""";${ID}\r\n`],
  ['tabs, and the ID first', `imsOrgId\tname\n"${ID}"\t"A\nB"\n`],
  ['empty lines before', `\r\n;;\r\nname;imsOrgId\r\nA; ${ID} \r\n\r\n`.replace(';;\r\n', '')],
])('the ID of a row, with %s', (_name, content) => {
  expect(csvChunks(content, 9)[0]!.rows).toEqual([
    {
      imsOrgId: ID.toUpperCase(),
      line: expect.any(Number) as number,
      text: expect.anything() as string,
    },
  ]);
});

test('rows that are left out keep the lines of the others right', () => {
  const content = 'name,imsOrgId\nA,1\n"B\nB",2\nC,3\n';
  const part = csvChunks(content, 9)[0]!.part(({ imsOrgId }) => imsOrgId !== '2');
  expect(part.content).toBe('name,imsOrgId\nA,1\nC,3\n');
  expect([part.lineOf(2), part.lineOf(3)]).toEqual([2, 5]);
  const json = jsonChunks('[{"imsOrgId":"a"},{},{"imsOrgId":"b"}]', 9)![0]!;
  const rest = json.part(({ imsOrgId }) => imsOrgId !== null);
  expect([rest.content, rest.lineOf(2)]).toEqual(['[{"imsOrgId":"a"},{"imsOrgId":"b"}]', 3]);
});
