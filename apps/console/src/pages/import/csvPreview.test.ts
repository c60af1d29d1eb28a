import { describe, expect, it } from 'vitest';
import { csvRecords, previewRows, separatorOf } from './csvPreview.ts';

describe('csvRecords', () => {
  it('counts lines as the file has them, a record with line breaks from its first', () => {
    const records = csvRecords('\uFEFFname,imsOrgId\r\n"Contoso\r\nNorth",A\r\n\r\nFabrikam,B');
    expect(records).toEqual([
      { line: 1, fields: ['name', 'imsOrgId'] },
      { line: 2, fields: ['Contoso\nNorth'.replace('\n', '\r\n'), 'A'] },
      { line: 5, fields: ['Fabrikam', 'B'] },
    ]);
  });

  it('reads doubled quotes and separators within quotes', () => {
    expect(csvRecords('name;x\n"He said ""go""; then left";1')[1]?.fields).toEqual([
      'He said "go"; then left',
      '1',
    ]);
  });
});

describe('separatorOf', () => {
  it.each([
    ['name,imsOrgId,shield', ','],
    ['name;imsOrgId;shield', ';'],
    ['name\timsOrgId\tshield', '\t'],
    ['"a,b,c";imsOrgId', ';'],
  ])('tells %j', (header, separator) => {
    expect(separatorOf(header)).toBe(separator);
  });
});

describe('previewRows', () => {
  const content = 'imsOrgId,name,shield\nA,Contoso,HEALTHCARE_SHIELD\nB,Fabrikam,\nC,Wingtip,X';

  it('finds columns in any order and puts what is left out first, with every reason', () => {
    const rows = previewRows(content, [
      { line: 4, field: 'shield', message: 'Unknown shield' },
      { line: 4, field: 'imsOrgId', message: 'Not an ID' },
    ]);
    expect(rows.map((row) => [row.line, row.name])).toEqual([
      [4, 'Wingtip'],
      [2, 'Contoso'],
      [3, 'Fabrikam'],
    ]);
    expect(rows[0]?.reasons).toEqual(['shield: Unknown shield', 'imsOrgId: Not an ID']);
    expect(rows[1]).toMatchObject({ imsOrgId: 'A', rest: 'HEALTHCARE_SHIELD', reasons: [] });
  });

  it('puts what changes something behind what is left out, with each change', () => {
    const changes = [{ field: 'region', from: 'VA7', to: 'NLD2' }];
    const rows = previewRows(content, [{ line: 4, message: 'No' }], [{ line: 3, changes }]);
    expect(rows.map((row) => [row.line, row.changes.length])).toEqual([
      [4, 0],
      [3, 1],
      [2, 0],
    ]);
    expect(rows[1]?.changes).toEqual(changes);
  });

  it('never loses a rejection, even of a line it does not have', () => {
    const rows = previewRows(content, [{ line: 99, message: 'Cut short' }]);
    expect(rows[0]).toMatchObject({ line: 99, reasons: ['Cut short'] });
  });
});
