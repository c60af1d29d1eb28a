import { expect, it } from 'vitest';
import { environmentIdentity } from './environmentIdentity.ts';

const both = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

it('is what the environment names, and none where a part is missing', async () => {
  const identity = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  await expect(environmentIdentity(both)()).resolves.toEqual(identity);
  await expect(environmentIdentity({ ...both, AWS_SESSION_TOKEN: 't' })()).resolves.toEqual({
    ...identity,
    sessionToken: 't',
  });
  for (const missing of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    await expect(environmentIdentity({ ...both, [missing]: '' })()).rejects.toThrow(/not set/);
});
