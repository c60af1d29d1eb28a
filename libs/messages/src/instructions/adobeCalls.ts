/**
 * Adobe's calls as commands to paste (AEP-19, AEP-36, AEP-41): clean, unlike the documents' samples
 * (API-13), with the token as a variable of the shell, and only to a host of the list (REG-09).
 */
import { configurationBody } from '@keyway/core';
import { script, type Instructions } from './instruction.ts';
import { shell } from './quoting.ts';
import type { Setting } from './setting.ts';

const BASE = '/data/infrastructure/manager';

const headers = (s: Setting): string[] => [
  '  --header "Authorization: Bearer $ACCESS_TOKEN"',
  "  --header 'x-api-key: acp_provisioning'",
  `  --header ${shell(`x-gw-ims-org-id: ${s.imsOrgId}`)}`,
];

function curl(s: Setting, path: string, ...more: string[]): Instructions['scripts'][number] | null {
  if (s.host === null) return null;
  return script(
    'CURL',
    [
      `curl --fail-with-body ${shell(`https://${s.host}${BASE}${path}`)}`,
      ...headers(s),
      ...more,
    ].join(' \\\n'),
  );
}

export const curlAppRegistration = (s: Setting) => curl(s, '/byok/app-registration');

export const curlStatus = (s: Setting, name: string) =>
  curl(s, `/customer/config/${encodeURIComponent(name)}?configType=BYOK_CONFIG`);

/** Null until the exact body is known. */
export function curlSubmission(s: Setting, name: string) {
  const body = configurationBody(s.run, name);
  return body === null
    ? null
    : curl(
        s,
        '/customer/config',
        "  --header 'Content-Type: application/json'",
        `  --data-raw ${shell(body)}`,
      );
}
