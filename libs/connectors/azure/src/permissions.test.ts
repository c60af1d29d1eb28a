/** The page of permissions names what the calls need, with a role for each way to use Keyway. */
import { readdirSync, readFileSync } from 'node:fs';
import {
  AZURE_PERMISSIONS,
  azureRoles,
  type AzurePermission,
  type AzurePermissionFacts,
} from '@keyway/core';
import { describe, expect, it } from 'vitest';

const PAGE = readFileSync(
  new URL('../../../../docs/operations/permissions.md', import.meta.url),
  'utf8',
);
const CALLS = new URL('./calls/', import.meta.url);
const permissions = Object.entries(AZURE_PERMISSIONS) as [AzurePermission, AzurePermissionFacts][];

it('has one row for each permission, with where it is granted, its steps and a reason', () => {
  const rows = [...PAGE.matchAll(/^\| `([^`]+)`[^|]*\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
    ([, name = '', scope = '', steps = '', reason = '']) => {
      expect(reason.trim().length).toBeGreaterThan(10);
      return [name, scope.trim(), steps.trim()];
    },
  );
  const expected = permissions.map(([name, { scope, steps }]) => [
    ...[name, scope],
    steps.join(', ').toLowerCase(),
  ]);
  expect(rows.toSorted()).toEqual(expected.toSorted());
});

function expectRole(name: string, needs: (of: AzurePermissionFacts) => boolean): void {
  const block = new RegExp(`\`\`\`json ${name}\\n([^]*?)\`\`\``).exec(PAGE)?.[1] ?? '';
  const role = JSON.parse(block) as Record<'Actions' | 'DataActions', string[]>;
  const needed = permissions.filter(([, of]) => of.plane === 'control' && needs(of));
  expect(role.Actions.toSorted()).toEqual(needed.map(([action]) => action).toSorted());
  expect(role.DataActions).toEqual([]);
}

describe('the roles', () => {
  it.each(['vault', 'managedHsm'])('read for a %s has exactly the actions of that mode', (kind) => {
    expectRole(
      `read-${kind}`,
      ({ of, access }) => (of === kind || of === null) && access === 'READ',
    );
  });

  it.each([
    ['write-vault', 'vault'],
    ...['resourceGroup', 'subscription', 'workspace'].map((scope) => [`setup-${scope}`, scope]),
  ])('%s has exactly the actions that change something there', (name, at) => {
    expectRole(name, ({ scope, access }) => scope === at && access === 'WRITE');
  });
});

it('is complete: a call names its permission, or is one of those that the page lists apart', () => {
  // `sdkCall` takes no permission that AZURE_PERMISSIONS does not have; these give none.
  const without = readdirSync(CALLS)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, CALLS), 'utf8').matchAll(/sdkCall\([^,()]+, null/g)].map(
        () => file,
      ),
    );
  expect(without.toSorted()).toEqual(['readDataPlaneKey.ts', 'readRoleDefinition.ts']);
});

it('has the roles that the console offers, with names for what is not known there', () => {
  const application = {
    tenantId: 't',
    subscriptionId: null,
    clientId: 'c',
    access: 'WRITE',
  } as const;
  const onPage = [...PAGE.matchAll(/```json (?!read-managedHsm)[\w-]+\n([^]*?)```/g)];
  const offered = azureRoles(null, application).map(
    ({ definition }) => JSON.parse(definition) as Role,
  );
  expect(offered.map(sorted)).toEqual(onPage.map(([, json]) => sorted(JSON.parse(json!) as Role)));
  expect(offered).toHaveLength(5);
});

type Role = Record<string, string | string[]> & { Actions: string[] };
const sorted = (role: Role): Role => ({ ...role, Actions: role.Actions.toSorted() });
