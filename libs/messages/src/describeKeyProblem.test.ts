import { expect, it } from 'vitest';
import { inspectKeyIdentifier } from '@keyway/core';
import { describeKeyProblem } from './describeKeyProblem.ts';

it.each([
  ['', /^Enter a key identifier/, /^Indique un identificador/],
  ['http://contoso.vault.azure.net/keys/a', /not http:/, /no por http/],
  [
    'https://contoso.vault.usgovcloudapi.net/keys/a/0123456789abcdef0123456789abcdef',
    /Azure US Government/,
    /US Government/,
  ],
  ['https://contoso.vault.azure.net/secrets/a', /This is a secret/, /Es un secreto/],
  ['https://contoso.vault.azure.net/keys/a/123', /has 3 characters/, /tiene 3 caracteres/],
  [
    'https://contoso.vault.azure.net/keys/a',
    /latest one is read from Azure/,
    /última se lee de Azure/,
  ],
])('says in both languages what is wrong with “%s”', (text, english, spanish) => {
  const { findings } = inspectKeyIdentifier(text);
  const [finding] = findings;
  expect(findings).toHaveLength(1);
  expect(describeKeyProblem(finding!.problem, finding!.values, 'en')).toMatch(english);
  expect(describeKeyProblem(finding!.problem, finding!.values, 'es')).toMatch(spanish);
});
