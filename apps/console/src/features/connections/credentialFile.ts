/** Credentials as the clouds' own tools write them. A file that is none is null, never an error. */

import { at, listAt, parseJson, textAt } from './jsonFile.ts';

/** Of the Developer Console's download of a project (ROLE-03). */
export interface AdobeCredential {
  /** Of the organization that the project is in; null where the file doesn't say it. */
  imsOrgId: string | null;
  /** The organization's; null where the file doesn't say it. */
  organizationName: string | null;
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
}

/** Of `az ad sp create-for-rbac`. */
export interface ServicePrincipal {
  tenantId: string;
  /** Null without `--json-auth`. */
  subscriptionId: string | null;
  clientId: string;
  clientSecret: string;
}

/** The first OAuth Server-to-Server credential of a project that has a secret. */
export function readAdobeProject(text: string): AdobeCredential | null {
  const project = at(parseJson(text), 'project');
  for (const one of listAt(project, 'workspace', 'details', 'credentials')) {
    const credential = at(one, 'oauth_server_to_server');
    const clientId = textAt(credential, 'client_id');
    const clientSecret = textAt(credential, 'client_secrets', 0);
    if (clientId && clientSecret)
      return {
        imsOrgId: textAt(project, 'org', 'ims_org_id'),
        organizationName: textAt(project, 'org', 'name'),
        ...{ clientId, clientSecret },
        scopes: listAt(credential, 'scopes').filter((scope) => typeof scope === 'string'),
      };
  }
  return null;
}

export function readServicePrincipal(text: string): ServicePrincipal | null {
  const file = parseJson(text);
  const tenantId = textAt(file, 'tenantId') ?? textAt(file, 'tenant');
  const clientId = textAt(file, 'clientId') ?? textAt(file, 'appId');
  const clientSecret = textAt(file, 'clientSecret') ?? textAt(file, 'password');
  if (!tenantId || !clientId || !clientSecret) return null;
  return { tenantId, subscriptionId: textAt(file, 'subscriptionId'), clientId, clientSecret };
}
