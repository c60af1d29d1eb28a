/** Which statements of a key policy are different from those that were approved. */
import { isHeld } from '../keyPolicy/holdsGrants.ts';
import { policyOf } from '../keyPolicy/keyPolicyCheck.ts';
import type { Statement } from '../keyPolicy/statement.ts';
import { withinBudget } from '../keyPolicy/workBudget.ts';
import type { KeyPolicyFacts } from '../kmsFacts.ts';
import type { FieldDifference } from './differencesOf.ts';
import { STATEMENT_FIELD, type FieldEffect } from './fieldEffects.ts';

const not = (isNot: boolean, name: string): string => (isNot ? `Not${name}` : name);

/** What a statement means, in one line; its Sid is a name and does not count (AWS-06). */
function textOf(statement: Statement): string {
  const { effect, principals, actions, resources, conditions } = statement;
  const who = Object.entries(principals).map(([kind, names]) => `${kind} ${names.join(', ')}`);
  return [
    effect,
    `${not(statement.notPrincipal, 'Principal')}: ${who.join(', ')}`,
    `${not(statement.notAction, 'Action')}: ${actions.join(', ')}`,
    `${not(statement.notResource, 'Resource')}: ${resources.join(', ')}`,
    ...(conditions.length > 0 ? [`Condition: ${conditions.join(', ')}`] : []),
  ].join('; ');
}

/** By Sid, so that a changed statement is one difference; those without a Sid by their number. */
function named(statements: readonly Statement[]): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const name = statement.sid ?? '(no Sid)';
    let key = name;
    for (let count = 2; found.has(key); count += 1) key = `${name} (${count})`;
    found.set(key, statement);
  }
  return found;
}

/** The statements without those that the other policy has too, each as often as it is there. */
function without(statements: readonly Statement[], others: readonly Statement[]): Statement[] {
  const left = others.map(textOf);
  return statements.filter((statement) => {
    const index = left.indexOf(textOf(statement));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Whoever lost a permission may be Adobe, or the account itself (AWS-05). */
function effectOf(before: Statement | undefined, after: readonly Statement[]): FieldEffect {
  if (before?.effect !== 'Allow') return 'changed';
  // Nobody lost one where other statements grant the same.
  const held = withinBudget((budget) => isHeld(after, before, { keyArn: null, budget }));
  return held === true ? 'changed' : 'harmful';
}

/** One difference per statement; none where a policy can't be read, which its checks say. */
export function statementDifferences(
  approved: KeyPolicyFacts,
  now: KeyPolicyFacts,
): FieldDifference[] {
  const [before, after] = [policyOf(approved), policyOf(now)];
  if (!before || !after) return [];
  const was = named(without(before.statements, after.statements));
  const is = named(without(after.statements, before.statements));
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => {
    const [old, present] = [was.get(name), is.get(name)];
    return {
      field: `${STATEMENT_FIELD}.${name}`,
      approved: old ? textOf(old) : null,
      now: present ? textOf(present) : null,
      effect: effectOf(old, after.statements),
    };
  });
}
