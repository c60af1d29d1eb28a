/** A shared execution has the rights of its viewers, and nothing that belongs to one of them. */
import { aRun } from '@keyway/testing';
import { expect, it, vi } from 'vitest';
import type { Authenticated, PartnerStore } from '@keyway/store';
import { requestContext, requireSignedIn, type Services } from '../context.ts';
import { principalFor, rightsKey, sharedContext } from './sharedViewer.ts';

const VIEWER: Authenticated = {
  kind: 'MEMBER',
  id: 'id',
  partnerId: 'partner',
  partnerName: 'Partner',
  principal: 'member:id',
  memberId: 'id',
  name: 'Ana',
  email: 'ana@example.com',
  grants: [{ role: 'OPERATOR', organizationId: 'organization' }],
  makerGrants: null,
  scopes: ['read'],
  organizationIds: ['organization'],
  expiresAt: null,
  session: null,
};
const RIGHTS = [
  'partnerId',
  'partnerName',
  'grants',
  'makerGrants',
  'scopes',
  'organizationIds',
] as const;
const forPartner = vi.fn(() => ({}) as PartnerStore);
const config = { sandbox: true };
const services = { store: { forPartner }, config } as unknown as Services;

it.each(Object.keys(VIEWER) as (keyof Authenticated)[])('%s', (name) => {
  const { viewer } = requireSignedIn(sharedContext(services, VIEWER));
  const changed = { ...VIEWER, [name]: 'another' } as Authenticated;
  if ((RIGHTS as readonly string[]).includes(name)) {
    expect(viewer[name]).toEqual(VIEWER[name]);
    expect(rightsKey(changed)).not.toBe(rightsKey(VIEWER));
  } else {
    expect(() => viewer[name]).toThrow(name);
    expect(rightsKey(changed)).toBe(rightsKey(VIEWER));
  }
});

it('reads in the scope of its viewers', () => {
  sharedContext(services, VIEWER);
  expect(forPartner).toHaveBeenLastCalledWith(
    {
      partnerId: 'partner',
      organizationIds: ['organization'],
    },
    null,
  );
});

it('notes the runs whose rules ask for the principal', () => {
  const run = aRun().run;
  const context = sharedContext(services, VIEWER);
  expect(context.runsOfPrincipal?.size).toBe(0);
  expect(principalFor(context, run)).toBe('');
  expect([...context.runsOfPrincipal!]).toEqual([run]);
  expect(principalFor(requestContext(services, VIEWER), run)).toBe('member:id');
});
