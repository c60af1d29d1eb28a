/**
 * Adds what a key policy lacks, and changes nothing that it has (AWS-05, GAP-25). A policy that
 * lacks nothing stays as it is, so that merging again adds nothing.
 */
import { adminStatement, type KeyOfPolicy } from './compareKeyPolicies.ts';
import { isHeld } from './holdsGrants.ts';
import type { KeyPolicy } from './inspectKeyPolicy.ts';
import { statementOf, type Statement } from './statement.ts';
import { withinBudget } from './workBudget.ts';

/** A Sid that no statement of the policy has: Adobe's first one is AWS's default one (AWS-06). */
function freeSid(sid: string | null, taken: ReadonlySet<string>): string | null {
  if (sid === null || !taken.has(sid)) return sid;
  const own = `Adobe ${sid}`;
  if (!taken.has(own)) return own;
  for (let number = 2; ; number += 1) if (!taken.has(`${own} ${number}`)) return `${own} ${number}`;
}

function renamed(statement: Statement, sid: string | null): Statement {
  if (sid === statement.sid) return statement;
  // The Sid decides nothing, so that the statement stays readable.
  return statementOf({ ...statement.json, Sid: sid }) as Statement;
}

const sidsOf = ({ statements }: KeyPolicy): Set<string> =>
  new Set(statements.flatMap(({ sid }) => sid ?? []));

/**
 * The policy with every statement of the template, and with the account's own administration; null
 * where both take more steps than anybody waits for.
 * @param key null where it is not known, and nothing is added for its account
 */
export const mergeKeyPolicy = (
  current: KeyPolicy,
  template: KeyPolicy,
  key: KeyOfPolicy | null,
): KeyPolicy | null =>
  withinBudget((budget) => {
    const comparing = { keyArn: key?.arn ?? null, budget };
    let merged = current;
    const wanted = key === null ? [] : [adminStatement(key.account)];
    for (const statement of [...wanted, ...template.statements]) {
      if (isHeld(merged.statements, statement, comparing)) continue;
      const added = renamed(statement, freeSid(statement.sid, sidsOf(merged)));
      merged = { ...merged, statements: [...merged.statements, added] };
    }
    return merged;
  });

/** As AWS takes it, indented. Statements that were there are as they were written. */
export const keyPolicyText = ({ head, statements }: KeyPolicy): string =>
  JSON.stringify(
    { Version: '2012-10-17', ...head, Statement: statements.map(({ json }) => json) },
    null,
    2,
  );
