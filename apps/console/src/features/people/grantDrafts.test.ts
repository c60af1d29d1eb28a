import { describe, expect, it } from 'vitest';
import { addDraft, toDrafts, toGrantInputs } from './grantDrafts.ts';

const CONTOSO = { id: 'contoso', name: 'Contoso' };

describe('grants that are edited', () => {
  it('begin with an empty row that gives nothing', () => {
    const drafts = toDrafts([]);
    expect(drafts).toHaveLength(1);
    expect(toGrantInputs(drafts)).toBeNull();
  });

  it('are sent once each', () => {
    const everywhere = { role: 'AUDITOR', organization: null } as const;
    const one = { role: 'APPROVER', organization: CONTOSO } as const;
    expect(toGrantInputs(toDrafts([everywhere, one, one]))).toEqual([
      { role: 'AUDITOR', organizationId: null },
      { role: 'APPROVER', organizationId: 'contoso' },
    ]);
  });

  it('are not sent while one lacks its organization, nor without any', () => {
    expect(toGrantInputs(addDraft(toDrafts([{ role: 'OWNER', organization: null }])))).toBeNull();
    expect(toGrantInputs([])).toBeNull();
  });

  it('keep distinct keys when rows are removed', () => {
    const [, second] = addDraft(addDraft([]));
    const keys = addDraft(second ? [second] : []).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});
