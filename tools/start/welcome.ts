/** The lines that `npm start` prints when everything runs. */
import { join } from 'node:path';
import type { SandboxReport, Settings } from './settings.ts';

export function welcome(settings: Settings, sandbox: SandboxReport | undefined): string {
  const token = settings.demo
    ? `; an owner's token is in ${join(settings.dataDir, 'demo-token')}`
    : '';
  const lines = [
    `Keyway is ready:  ${settings.publicUrl}`,
    '',
    sandbox
      ? 'Sign in:          press "Continue with Sandbox" and choose a person, no password: Paula (owner), Omar (operator), Ana (approver), Aud (auditor)'
      : 'Sign in:          with your OIDC provider (OIDC_ISSUER), or with an API token',
    sandbox
      ? `Clouds:           the sandbox at ${sandbox.address} (CA ${sandbox.ca}); nothing real is touched`
      : `Clouds:           ${settings.cloud}`,
    `Data and logs:    ${settings.dataDir}`,
    `Programs:         npx keyway --help, GraphiQL at ${settings.publicUrl}/graphql, the guide docs/api/index.md${token}`,
    '',
    'Ctrl-C stops everything; nothing is lost.',
  ];
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
