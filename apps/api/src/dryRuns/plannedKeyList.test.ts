/** A CSV list of planned keys: each line is a key or a rejection, and none is lost. */
import { describe, expect, it } from 'vitest';
import { anOrganization, keyIn, type Client, type Payload } from '../testing/aServer.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();

const QUERY = `query($content: String!) { plannedKeys(content: $content) {
  keys { line organizationId organizationName track keyIdentifier vaultResourceId }
  rejected { line field message es: message(locale: "es") } userErrors { code field message } } }`;
const read = async (content: string, by: Client = served.owner): Promise<Payload> =>
  (await by.ask(QUERY, { content })).plannedKeys;
const imsOrgIdOf = async (id: string): Promise<string> =>
  (await served.owner.ask('query($id: ID!) { organization(id: $id) { imsOrgId } }', { id }))
    .organization.imsOrgId;

describe('plannedKeys', () => {
  it('has each line as a key or as a rejection with its number', async () => {
    const [one] = (await served.organizations(1)) as [string];
    const ims = await imsOrgIdOf(one);
    const content = [
      '\uFEFFTrack;keyIdentifier;IMSORGID;vaultResourceId',
      `aep;${keyIn('one')};${ims.toLowerCase()};`,
      '',
      `"CJA";"${keyIn('two')}";${ims};/subscriptions/s`,
      `AEP;${keyIn('three')};${ims};`,
      `BOTH;;${ims};`,
      `AEP;${keyIn('four')};FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg;`,
      `AEP;${keyIn('five')};contoso;`,
      `AEP;"${keyIn('six')};${ims};`,
    ].join('\r\n');
    const { keys, rejected, userErrors } = await read(content);
    expect(userErrors).toEqual([]);
    const key = { organizationId: one, organizationName: expect.any(String) as string };
    expect(keys).toEqual([
      { ...key, line: 2, track: 'AEP', keyIdentifier: keyIn('one'), vaultResourceId: null },
      {
        ...{ ...key, line: 4, track: 'CJA', keyIdentifier: keyIn('two') },
        vaultResourceId: '/subscriptions/s',
      },
    ]);
    expect(rejected.map(({ line, field }: Payload) => [line, field])).toEqual([
      ...[
        [5, 'track'],
        [6, 'keyIdentifier'],
        [7, 'imsOrgId'],
        [8, 'imsOrgId'],
        [9, null],
      ],
    ]);
    expect(rejected[0].message).toContain('Line 2');
    expect(rejected[1].message).toContain('AEP and CJA');
    for (const { message, es } of rejected) expect(es).not.toBe(message);
  });

  it('rejects a line for CJA of an organization on AWS, which has no such key (AWS-13)', async () => {
    const { imsOrgId } = await anOrganization(served.owner, {
      ...{ cloud: 'AWS', region: 'VA6', azureTenantId: null },
      shield: 'PRIVACY_AND_SECURITY_SHIELD',
    });
    const content = `imsOrgId,track,keyIdentifier\n${imsOrgId},CJA,arn\n${imsOrgId},AEP,arn\n`;
    const { keys, rejected } = await read(content);
    expect(keys).toMatchObject([{ line: 3, track: 'AEP' }]);
    expect(rejected).toMatchObject([{ line: 2, field: 'track' }]);
  });

  it.each([
    ['', /empty/],
    ['imsOrgId,track\n', /keyIdentifier/],
    ['imsOrgId,track,keyIdentifier,owner\n', /owner/],
    [`imsOrgId,track,keyIdentifier\n${'x,AEP,y\n'.repeat(4001)}`, /4,000/],
  ])('can’t be read at all as %j…', async (content, why) => {
    const { keys, rejected, userErrors } = await read(content);
    expect([keys, rejected]).toEqual([[], []]);
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['content'] }]);
    expect(userErrors[0].message).toMatch(why);
  });

  it('knows no organization that the viewer does not see', async () => {
    const [mine, other] = (await served.organizations(2)) as [string, string];
    const limited = await served.server.person('AUDITOR', undefined, [mine]);
    const line = async (id: string) => `${await imsOrgIdOf(id)},AEP,${keyIn('one')}`;
    const missing = `FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg,AEP,${keyIn('one')}`;
    const content = ['imsOrgId,track,keyIdentifier', await line(mine), await line(other), missing];
    const { keys, rejected } = await read(content.join('\n'), limited);
    expect(keys.map(({ organizationId }: Payload) => organizationId)).toEqual([mine]);
    const [foreign, unknown] = rejected.map(({ line: _, ...rest }: Payload) => rest);
    expect(rejected.length).toBe(2);
    expect(foreign).toEqual(unknown);
  });
});
