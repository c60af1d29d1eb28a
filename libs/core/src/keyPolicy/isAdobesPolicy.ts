/** Whether a pasted policy can be that of Adobe's page, and not the one that the key has. */
import { actionMatches } from '../actionPattern.ts';
import { accountOf } from './covers.ts';
import type { KeyPolicy } from './inspectKeyPolicy.ts';
import type { Statement } from './statement.ts';

/** Adobe's page has a statement for each of its accounts (AWS-04, AWS-08, VAL-31). */
const ACCOUNTS_OF_ADOBE = 4;

/** Adobe asks for no administration, so such a statement is of whoever owns the key (AWS-05). */
const lets = ({ effect, notAction, actions }: Statement): boolean =>
  effect === 'Allow' &&
  !notAction &&
  !actions.some((pattern) => actionMatches(pattern, 'kms:putkeypolicy'));

/**
 * False where fewer accounts than Adobe has are let use the key: part of the page, or the policy of
 * the key itself, which would hold itself (VAL-31).
 *
 * @param account the key's own, twelve digits; null where no key is known yet
 */
export function isAdobesPolicy({ statements }: KeyPolicy, account: string | null): boolean {
  const others = statements.filter(lets).flatMap(({ principals }) =>
    (principals['AWS'] ?? []).flatMap((name) => {
      const found = accountOf(name);
      return found === null || found === account ? [] : [found];
    }),
  );
  return new Set(others).size >= ACCOUNTS_OF_ADOBE;
}
