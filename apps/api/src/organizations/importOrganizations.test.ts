import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anImsOrgId, aServer, TENANT, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

let [a, b, c] = ['', '', ''];
beforeEach(() => {
  [a, b, c] = [anImsOrgId(), anImsOrgId(), anImsOrgId()];
});

const FIELDS =
  'created unchanged updated updates { line organization { name } changes { field from to } } rejected { line field message }';
const NONE = { updated: 0, updates: [], userErrors: [] };
const importing = (content: string, more: object = {}) =>
  owner.mutate('importOrganizations', { format: 'CSV', content, ...more }, FIELDS);
const find = async (imsOrgId: string) =>
  (
    await owner.ask(
      'query($i: String) { organization(imsOrgId: $i) { name cloud region shield ownsCja azureTenantId } }',
      { i: imsOrgId },
    )
  ).organization;

describe('importOrganizations', () => {
  it.each([
    [',', '\n', ''],
    [';', '\r\n', '\uFEFF'],
    ['\t', '\r\n', ''],
    [',', '\r\n', '\uFEFF'],
  ])(
    'reads CSV separated by %j with lines ended by %j, begun with %j',
    async (delimiter, end, mark) => {
      const rows = [
        ['shield', 'name', 'azureTenantId', 'imsOrgId', 'region', 'cloud', 'ownsCja'],
        ['HEALTHCARE_SHIELD', '"One,; ""Two"""', TENANT, a, 'NDL2', 'AZURE', 'true'],
        ['PRIVACY_AND_SECURITY_SHIELD', '"One, inc."', '', b, 'VA6', 'aws', ''],
      ];
      const payload = await importing(
        mark + rows.map((row) => row.join(delimiter)).join(end) + end,
      );
      expect(payload).toEqual({ created: 2, unchanged: 0, rejected: [], ...NONE });
      expect(await find(a)).toEqual({
        name: 'One,; "Two"',
        cloud: 'AZURE',
        region: 'NLD2',
        shield: 'HEALTHCARE_SHIELD',
        ownsCja: true,
        azureTenantId: TENANT,
      });
      expect(await find(b)).toMatchObject({
        cloud: 'AWS',
        region: 'VA6',
        ownsCja: false,
        azureTenantId: null,
      });
    },
  );

  it('creates the good rows and reports each bad line by its number in the file', async () => {
    const content = [
      'name,imsOrgId,shield,region,azureTenantId', // 1
      `Good,${a},HEALTHCARE_SHIELD,,`, // 2
      `,${b},HEALTHCARE_SHIELD,,`, // 3
      '', // 4
      `"Two\nlines",nonsense,HEALTHCARE_SHIELD,,`, // 5 and 6
      'Bad id,nonsense,HEALTHCARE_SHIELD,,', // 7
      `Bad shield,${b},GOLD,,`, // 8
      `Bad region,${b},HEALTHCARE_SHIELD,MARS,`, // 9
      `Bad tenant,${b},HEALTHCARE_SHIELD,,contoso`, // 10
      `Short,${b}`, // 11
      `Q"uote,${b},HEALTHCARE_SHIELD,,`, // 12
      `Last,${c},HEALTHCARE_SHIELD,,`, // 13
    ].join('\n');
    const payload = await importing(content);
    expect(payload).toMatchObject({ created: 2, unchanged: 0, userErrors: [] });
    expect(payload.rejected.map((r: { line: number; field: string }) => [r.line, r.field])).toEqual(
      [
        [3, 'name'],
        [5, 'imsOrgId'],
        [7, 'imsOrgId'],
        [8, 'shield'],
        [9, 'region'],
        [10, 'azureTenantId'],
        [11, null],
        [12, null],
      ],
    );
    expect(await find(a)).toMatchObject({ name: 'Good' });
    expect(await find(b)).toBeNull();
    expect(await find(c)).toMatchObject({ name: 'Last' });
  });

  it('never changes what is there: equal lines are unchanged, differing ones rejected with the field', async () => {
    const line = (name: string, region: string): string =>
      `name,imsOrgId,shield,region\n${name},${a},HEALTHCARE_SHIELD,${region}`;
    expect(await importing(line('Same', 'NLD2'))).toMatchObject({ created: 1 });
    expect(await importing(line('Same', 'NLD2'))).toEqual({
      created: 0,
      unchanged: 1,
      rejected: [],
      ...NONE,
    });
    expect(await importing(line('Same', ''))).toMatchObject({
      created: 0,
      unchanged: 1,
      rejected: [],
    });
    expect(await importing(line('Same', 'VA7'))).toMatchObject({
      created: 0,
      unchanged: 0,
      rejected: [{ line: 2, field: 'region' }],
    });
    expect(await importing(line('Other', 'AUS5'))).toMatchObject({
      rejected: [{ line: 2, field: 'name', message: expect.stringContaining('region') }],
    });
    expect(await find(a)).toMatchObject({ name: 'Same', region: 'NLD2' });
  });

  it('with UPDATE changes what can be changed, reports each change, and reports the same in a dry run', async () => {
    const file = (name: string, region: string, tenant = ''): string =>
      `name,imsOrgId,shield,region,azureTenantId\n${name},${a},HEALTHCARE_SHIELD,${region},${tenant}\nNew,${b},HEALTHCARE_SHIELD,,`;
    await importing(file('One', 'VA7', TENANT));
    const dry = await importing(file('Uno', 'NLD2'), { onExisting: 'UPDATE', dryRun: true });
    const changes = [
      { field: 'name', from: 'One', to: 'Uno' },
      { field: 'region', from: 'VA7', to: 'NLD2' },
    ];
    expect(dry).toMatchObject({
      created: 0,
      unchanged: 1,
      updated: 1,
      rejected: [],
      updates: [{ line: 2, organization: { name: 'One' }, changes }],
    });
    expect(await find(a)).toMatchObject({ name: 'One', region: 'VA7' });
    const done = await importing(file('Uno', 'NLD2'), { onExisting: 'UPDATE' });
    expect(done).toEqual({
      ...dry,
      updates: [{ line: 2, organization: { name: 'Uno' }, changes }],
    });
    expect(await find(a)).toMatchObject({ name: 'Uno', region: 'NLD2', azureTenantId: TENANT });
    expect(await importing(file('Uno', 'NLD2'), { onExisting: 'UPDATE' })).toMatchObject({
      unchanged: 2,
      updated: 0,
      updates: [],
    });
    expect(await importing(file('One', 'NLD2'), { onExisting: 'SKIP' })).toMatchObject({
      updated: 0,
      rejected: [{ line: 2, field: 'name' }],
    });
  });

  it('with UPDATE rejects a line of which something is fixed, or which is archived, and changes nothing of it', async () => {
    await importing(`name,imsOrgId,shield\nOne,${a},HEALTHCARE_SHIELD\nTwo,${b},HEALTHCARE_SHIELD`);
    const idOf = async (imsOrgId: string): Promise<string> =>
      (await owner.ask('query($i: String) { organization(imsOrgId: $i) { id } }', { i: imsOrgId }))
        .organization.id as string;
    await owner.must('startRun', { organizationId: await idOf(a) });
    await owner.must('archiveOrganization', { organizationId: await idOf(b) });
    const content = `name,imsOrgId,shield,cloud,region\nUno,${a},PRIVACY_AND_SECURITY_SHIELD,AWS,VA6\nTwo,${b},HEALTHCARE_SHIELD,,`;
    for (const dryRun of [true, false]) {
      expect(await importing(content, { onExisting: 'UPDATE', dryRun })).toMatchObject({
        ...{ created: 0, unchanged: 0, updated: 0, userErrors: [] },
        rejected: [
          { line: 2, field: 'cloud', message: expect.stringContaining('Cancel the run') },
          { line: 3, field: 'imsOrgId', message: expect.stringContaining('archived') },
        ],
      });
    }
    expect(await find(a)).toMatchObject({ name: 'One', cloud: 'AZURE' });
  });

  it.each([
    ['AWS', 'VA7', 'PRIVACY_AND_SECURITY_SHIELD', 'region'],
    ['AWS', '', 'PRIVACY_AND_SECURITY_SHIELD', 'region'],
    ['AWS', 'VA6', 'HEALTHCARE_SHIELD', 'shield'],
    ['AZURE', 'VA6', 'HEALTHCARE_SHIELD', 'region'],
    ['', 'va6', 'HEALTHCARE_SHIELD', 'region'],
  ])(
    'rejects cloud %j with region %j and %s with the field, new or there already',
    async (cloud, region, shield, field) => {
      const content = `name,imsOrgId,cloud,region,shield\nOne,${a},${cloud},${region},${shield}`;
      for (const dryRun of [true, false]) {
        expect(await importing(content, { dryRun })).toMatchObject({
          created: 0,
          rejected: [{ line: 2, field }],
        });
      }
      expect(await find(a)).toBeNull();
      if (cloud === '' || region === '') return;
      const there =
        cloud === 'AWS' ? 'AZURE,VA7,HEALTHCARE_SHIELD' : 'AWS,VA6,PRIVACY_AND_SECURITY_SHIELD';
      await importing(`name,imsOrgId,cloud,region,shield\nOne,${a},${there}`);
      expect(await importing(content, { onExisting: 'UPDATE' })).toMatchObject({
        updated: 0,
        rejected: [{ line: 2, field }],
      });
    },
  );

  it('compares a line that leaves the cloud out with the organization that is there, not with the default', async () => {
    await importing(
      `name,imsOrgId,cloud,region,shield\nOne,${a},AWS,VA6,PRIVACY_AND_SECURITY_SHIELD`,
    );
    const content = `name,imsOrgId,region,shield\nUno,${a},VA6,PRIVACY_AND_SECURITY_SHIELD`;
    expect(await importing(content, { onExisting: 'UPDATE' })).toMatchObject({
      updated: 1,
      rejected: [],
    });
    expect(await find(a)).toMatchObject({ name: 'Uno', cloud: 'AWS' });
  });

  it('takes a name that is broken into lines inside its quotes as one line, and counts on behind it', async () => {
    const content = `name,imsOrgId,shield\r\n"One \r\n two\n\nthree",${a},HEALTHCARE_SHIELD\r\nBad,x,HEALTHCARE_SHIELD\r\n`;
    expect(await importing(content)).toMatchObject({
      created: 1,
      rejected: [{ line: 6, field: 'imsOrgId' }],
      userErrors: [],
    });
    expect(await find(a)).toMatchObject({ name: 'One two three' });
    expect(await importing(content)).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('passes over empty columns at the end, as spreadsheets write them, and over nothing that says something', async () => {
    const content = `name,imsOrgId,shield,,\nOne,${a},HEALTHCARE_SHIELD,, \nTwo,${b},HEALTHCARE_SHIELD\nThree,${c},HEALTHCARE_SHIELD,,x\n`;
    expect(await importing(content)).toMatchObject({
      created: 2,
      rejected: [{ line: 4, field: null }],
      userErrors: [],
    });
    const inside = await importing(`name,,imsOrgId,shield\nOne,,${a},HEALTHCARE_SHIELD`);
    expect(inside.userErrors).toMatchObject([
      { field: ['content'], message: expect.stringContaining('column without a name') },
    ]);
  });

  it('reports a line whose characters were lost on the way, and takes the others', async () => {
    const line = (name: string, id: string): string => `${name},${id},HEALTHCARE_SHIELD`;
    const content = [
      'name,imsOrgId,shield',
      line('M\ufffdnchen', b),
      line('N\0', b),
      line('S\ud800', b),
      line('Zoë', a),
      '',
    ].join('\n');
    const payload = await importing(content, { idempotencyKey: crypto.randomUUID() });
    expect(payload).toMatchObject({ created: 1, userErrors: [] });
    expect(payload.rejected.map((r: { line: number; field: string }) => [r.line, r.field])).toEqual(
      [2, 3, 4].map((at) => [at, 'name']),
    );
    for (const { message } of payload.rejected as { message: string }[])
      expect(message).toContain('UTF-8');
    const sixteen = await importing(
      Buffer.from(`name,imsOrgId,shield\n${line('A', b)}`, 'utf16le').toString('latin1'),
    );
    expect(sixteen.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['content'], message: expect.stringContaining('UTF-8') },
    ]);
  });

  it('reports an organization that an earlier line names', async () => {
    const payload = await importing(
      `name,imsOrgId,shield\nOne,${a},HEALTHCARE_SHIELD\nTwo,${a.toLowerCase().replace('adobeorg', 'AdobeOrg')},HEALTHCARE_SHIELD`,
    );
    expect(payload).toMatchObject({
      created: 1,
      rejected: [{ line: 3, field: 'imsOrgId', message: expect.stringContaining('Line 2') }],
    });
  });

  it('writes nothing with dryRun, and then says what it said', async () => {
    const content = `name,imsOrgId,shield\nOne,${a},HEALTHCARE_SHIELD\nTwo,x,HEALTHCARE_SHIELD`;
    const dry = await importing(content, { dryRun: true });
    expect(dry).toMatchObject({ created: 1, rejected: [{ line: 3 }] });
    expect(await find(a)).toBeNull();
    expect(await importing(content)).toEqual(dry);
  });

  it('reads JSON with the position as line', async () => {
    const content = JSON.stringify([
      { name: 'One', imsOrgId: a, shield: 'HEALTHCARE_SHIELD', ownsCja: true, azureTenantId: null },
      { name: 'Two', imsOrgId: b },
      'three',
      { name: 'Four', imsOrgId: b, shield: 'HEALTHCARE_SHIELD', color: 'red' },
      { name: 5, imsOrgId: b, shield: 'HEALTHCARE_SHIELD' },
    ]);
    const payload = await importing(content, { format: 'JSON' });
    expect(payload.created).toBe(1);
    expect(payload.rejected.map((r: { line: number; field: string }) => [r.line, r.field])).toEqual(
      [
        [2, 'shield'],
        [3, null],
        [4, 'color'],
        [5, 'name'],
      ],
    );
    expect(await find(a)).toMatchObject({ ownsCja: true });
  });

  it.each([
    ['CSV', ''],
    ['CSV', 'name,shield\nOne,HEALTHCARE_SHIELD'],
    ['CSV', 'name,imsOrgId,shield,colour\nOne,x,y,z'],
    ['CSV', 'name,name,imsOrgId,shield\n'],
    ['CSV', '"name,imsOrgId'],
    ['CSV', `name,imsOrgId,shield\n${'x,y,z\n'.repeat(5001)}`],
    ['CSV', 'x'.repeat(5 * 1024 * 1024 + 1)],
    ['JSON', '{'],
    ['JSON', '{}'],
    ['JSON', JSON.stringify(Array.from({ length: 5001 }, () => ({})))],
  ])('refuses %s content that is no such file (%#)', async (format, content) => {
    const payload = await importing(content, { format });
    expect(payload).toMatchObject({
      created: 0,
      rejected: [],
      userErrors: [{ code: 'INVALID_INPUT', field: ['content'] }],
    });
  });

  it('takes 5,000 rows in one go, and says line by line what is there already', async () => {
    const ids = Array.from({ length: 5000 }, anImsOrgId);
    const file = (region: (place: number) => string): string =>
      [
        'name,imsOrgId,shield,region',
        ...ids.map((id, place) => `Bulk ${place},${id},HEALTHCARE_SHIELD,${region(place)}`),
      ].join('\n');
    const idempotencyKey = crypto.randomUUID();
    const all = { created: 5000, unchanged: 0, rejected: [], ...NONE };
    expect(
      await importing(
        file(() => 'VA7'),
        { idempotencyKey },
      ),
    ).toEqual(all);
    expect(
      await importing(
        file(() => 'VA7'),
        { idempotencyKey },
      ),
    ).toEqual(all);
    const other = await importing(file((place) => (place % 1000 === 3 ? 'NLD2' : 'VA7')));
    expect(other).toMatchObject({ created: 0, unchanged: 4995, userErrors: [] });
    expect(other.rejected.map((r: { line: number; field: string }) => [r.line, r.field])).toEqual(
      [3, 1003, 2003, 3003, 4003].map((place) => [place + 2, 'region']),
    );
    const [{ entries }] = (await server.database.query(
      `select count(*)::int as entries from history_entry where kind = 'organizationCreated' and data ->> 'name' like 'Bulk %'`,
    )) as [{ entries: number }];
    expect(entries).toBe(5000);
  });
});
