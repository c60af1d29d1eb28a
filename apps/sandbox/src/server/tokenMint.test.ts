import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSecrets } from './tokenMint.ts';

it.each(['{}', '[]', '{"signingKey":{},"cookieKey":"c"}', '{"signingKey":{"kty":"RSA"}}'])(
  'refuses %s as stored secrets',
  async (text) => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'keyway-secrets-'));
    onTestFinished(() => fs.rmSync(directory, { recursive: true }));
    fs.writeFileSync(path.join(directory, 'secrets.json'), text);
    await expect(readSecrets(directory)).rejects.toThrow('is damaged');
  },
);
