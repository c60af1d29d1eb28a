import { describe, expect, it } from 'vitest';
import { listPreviewLines } from './listPreviewLines.ts';
import type { ImportOutcome } from './listPreviewLines.ts';

const outcome = (part: Partial<ImportOutcome>): ImportOutcome => ({
  created: 0,
  unchanged: 0,
  updated: 0,
  updates: [],
  rejected: [],
  keys: null,
  userErrors: [],
  ...part,
});
const CONTENT =
  '\uFEFFname,imsOrgId,shield\r\nContoso,A,HEALTHCARE_SHIELD\r\nFabrikam,B,\r\nWingtip,C,X';

describe('listPreviewLines', () => {
  it('shows each rejected line as written, with all its problems', () => {
    const rejected = [
      { line: 4, field: 'shield', message: 'Unknown shield' },
      { line: 4, field: 'imsOrgId', message: 'Not an ID' },
      { line: 1, field: null, message: 'Not a header' },
    ];
    expect(listPreviewLines(CONTENT, outcome({ rejected }))).toEqual([
      { line: 4, text: 'Wingtip,C,X', problems: rejected.slice(0, 2), update: null },
      { line: 1, text: 'name,imsOrgId,shield', problems: rejected.slice(2), update: null },
    ]);
  });

  it('shows lines that change an organization after the rejected ones', () => {
    const update = {
      line: 2,
      organization: { id: 'o', name: 'Contoso' },
      changes: [{ field: 'region', from: 'VA7', to: 'NLD2' }],
    };
    const rejected = [{ line: 3, field: 'shield', message: 'Required' }];
    expect(
      listPreviewLines(CONTENT, outcome({ rejected, updates: [update] })).map(({ line }) => line),
    ).toEqual([3, 2]);
  });

  it('keeps a rejection of a line that the file does not have', () => {
    const rejected = [{ line: 99, field: null, message: 'Cut short' }];
    expect(listPreviewLines(CONTENT, outcome({ rejected }))[0]).toMatchObject({
      line: 99,
      text: '',
    });
  });
});
