// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const rule = (id: string, title: string, part: object = {}) => ({
  id,
  title,
  proof: ['INFERRED'],
  sources: [],
  ...part,
});
const RULES = {
  rules: [
    rule('ST-05', '`COMPLETED`: the key is in use; final'),
    rule('VAL-15', 'The network admits Adobe', {
      proof: ['DOCUMENTED', 'INFERRED'],
      sources: ['docs: key-vault/network.md'],
    }),
  ],
  checkCatalog: [
    {
      id: 'networkAdmitsAdobe',
      title: 'The network admits Adobe',
      rules: ['VAL-15'],
      track: ['AEP'],
      step: 'NETWORK',
      overridable: false,
      acceptable: false,
    },
  ],
};
const answers = { RuleCatalog: RULES, CheckCatalog: RULES };
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Rules' }))
    .getAllByRole('row')
    .slice(1);

describe('the page of rules', () => {
  it('shows what the rule in the address says, how sure it is and where it stands', async () => {
    openConsole('/rules?text=VAL-15', { answers });
    const shown = await rows();
    expect(shown).toHaveLength(1);
    expect(shown[0]!.textContent).toContain('The network admits AdobeVAL-15');
    expect(shown[0]!.textContent).toContain('Documented · Inferred, or Keyway’s choice');
    expect(shown[0]!.textContent).toContain('docs: key-vault/network.md');
  });

  it('leads to the checks based on a rule, and a check leads back to its rule', async () => {
    const { person, router } = openConsole('/rules?text=VAL-15', { answers });
    await person.click(await screen.findByRole('link', { name: '1 check based on VAL-15' }));
    await person.click(await screen.findByRole('link', { name: 'Rule VAL-15' }));
    expect(await rows()).toHaveLength(1);
    expect(router.state.location.href).toBe('/rules?text=VAL-15');
  });

  it('shows every rule without a filter, with code as code', async () => {
    openConsole('/rules', { answers });
    const [status] = await rows();
    expect(await rows()).toHaveLength(2);
    expect(within(status!).getByText('COMPLETED').tagName).toBe('CODE');
    expect(within(status!).queryByRole('link')).toBeNull();
  });

  it('says so where nothing matches', async () => {
    openConsole('/rules?text=nothing', { answers });
    expect(await screen.findByText('No matching rules')).toBeTruthy();
  });

  it('says so where the rules cannot be loaded', async () => {
    openConsole('/rules', { answers: { RuleCatalog: serverError('Out of order.') } });
    expect(await screen.findByText('Couldn’t load the rules')).toBeTruthy();
  });
});
