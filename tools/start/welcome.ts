/** The lines that `npm start` prints when everything runs. */
import type { SandboxReport, Settings } from './settings.ts';

export function welcome(settings: Settings, sandbox: SandboxReport | undefined): string {
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
    '',
    'Ctrl-C stops everything; nothing is lost.',
  ];
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}
