import { expect, it } from 'vitest';
import { isSigningKeyPath, validationPath } from './adobeEventsPort.ts';

const KEY = '/prod/keys/pub-key-8a9bc2d4-51f4.pem';

it('reads keys at paths of their form alone', () => {
  expect(isSigningKeyPath(KEY)).toBe(true);
  for (const path of [
    '',
    `https://evil.example${KEY}`,
    `//evil.example${KEY}`,
    `/prod/keys/../..${KEY}`,
    '/prod/keys/pub-key-a/../b.pem',
    '/prod/keys/pub-key-%2e%2e%2fx.pem',
    '/prod/keys/pub-key-.pem',
    `/prod/keys/pub-key-${'a'.repeat(65)}.pem`,
    `${KEY}?x=1`,
    `${KEY}#x`,
    `${KEY}\n`,
    `${KEY}\n${KEY}`,
    `@evil.example${KEY}`,
    '/stage/keys/pub-key-a.pem',
    '/prod/keys/pub-key-\u00e9.pem',
  ])
    expect(isSigningKeyPath(path), path).toBe(false);
});

it('opens addresses of one host alone', () => {
  expect(validationPath('https://csm.adobe.io/validate?id=a%2Fb')).toBe('/validate?id=a%2Fb');
  expect(validationPath('https://csm.adobe.io:443/x')).toBe('/x');
  for (const address of [
    null,
    7,
    {},
    '',
    '/validate',
    'http://csm.adobe.io/x',
    'https://csm.adobe.io:8443/x',
    'https://csm.adobe.io.evil.example/x',
    'https://evil.example/csm.adobe.io',
    'https://evil.example#csm.adobe.io',
    'https://csm.adobe.io@evil.example/x',
    'https://user@csm.adobe.io/x',
    'https://adobe.io/x',
    'https://x.csm.adobe.io/x',
    'https://csm.adobe.io./x',
    'https://csm.adobe.io/\\evil.example',
    'https://csm.adobe.io/x y',
    'https://csm.adobe.io/x\n',
    'https://csm.adobe.io\n/x',
    'https://127.0.0.1/x',
    'file:///csm.adobe.io/x',
    `https://csm.adobe.io/${'x'.repeat(2_000)}`,
  ])
    expect(validationPath(address), String(address)).toBeNull();
});
