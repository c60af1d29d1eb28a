/** `keyway api` */
import { beforeAll, expect, test } from 'vitest';
import { buildKeyway, keyway } from './testing/keyway.ts';
import { aPage, fakeKeyway } from './testing/fakeKeyway.ts';

beforeAll(buildKeyway);

test('variables as JSON, as texts, and inside objects', async () => {
  const { env, asked } = await fakeKeyway({ Q: () => ({ ok: true }) });
  const query = 'query Q($a: Int, $b: String, $input: I) { ok }';
  const given = ['-F', 'a=12', '-f', 'b=12', '-F', 'input.list=[1]', '-f', 'input.name=x'];
  const { code, stdout } = await keyway(['api', query, ...given], { env });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '{"ok":true}\n' });
  expect(asked[0]!.variables).toEqual({ a: 12, b: '12', input: { list: [1], name: 'x' } });
});

test('from stdin, and all pages of its list', async () => {
  const { env } = await fakeKeyway({
    Q: ({ variables }) => ({
      node: { items: aPage([variables['after']], variables['after'] === null ? 'c1' : null) },
    }),
  });
  const input =
    'query Q($after: String) { node { items(after: $after) { nodes pageInfo { endCursor } } } }';
  const { stdout } = await keyway(['api', '--input', '-', '--paginate'], { env, input });
  expect(JSON.parse(stdout)).toEqual([null, 'c1']);
});
