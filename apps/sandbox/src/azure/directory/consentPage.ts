/**
 * The consent page of Entra. Accepting creates the service principal and grants nothing (CJA-08);
 * under `common` it is created in the signer's own directory, not the customer's (CON-06).
 */
import type { Answer, Call } from '../../server/exchange.ts';
import { escapeHtml, htmlPage } from '../../server/htmlPage.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import type { Tenant } from '../../state/records.ts';
import { PARTNER_TENANT } from '../../state/world.ts';
import { createPrincipal, knownApplication } from './principals.ts';

/** The page itself; wrong parameters are answered the way Entra answers them, on a page. */
export function showConsent(call: Call, tenantPath: string, context: SandboxContext): Answer {
  const tenant = landingTenant(tenantPath, context);
  const clientId = call.query.get('client_id') ?? '';
  const application = knownApplication(clientId, context.world);
  if (!tenant) return errorPage(90002, `Tenant '${tenantPath}' not found.`);
  if (!application)
    return errorPage(
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`,
    );
  return htmlPage(
    'Permissions requested',
    `<h1>Permissions requested</h1>
    <p><strong>${escapeHtml(application.displayName)}</strong> asks to be let into the directory <strong>${escapeHtml(tenant.displayName)}</strong>.</p>
    <p>Directory ${escapeHtml(tenant.tenantId)}<br>Application ${escapeHtml(clientId)}</p>
    <form method="post"><input type="hidden" name="client_id" value="${escapeHtml(clientId)}"><button class="primary" name="decision" value="accept">Accept</button></form>
    <footer>Sandbox of Microsoft Entra ID. No real directory is touched.</footer>`,
  );
}

/**
 * Records the consent. The real page would now redirect to Adobe's address with a code, which
 * proves nothing (AEP-26).
 */
export function acceptConsent(call: Call, tenantPath: string, context: SandboxContext): Answer {
  const tenant = landingTenant(tenantPath, context);
  const clientId =
    new URLSearchParams(call.body).get('client_id') ?? call.query.get('client_id') ?? '';
  const application = knownApplication(clientId, context.world);
  if (!tenant) return errorPage(90002, `Tenant '${tenantPath}' not found.`);
  if (!application)
    return errorPage(700016, `Application with identifier '${clientId}' was not found.`);
  if (!context.world.principal(tenant.tenantId, clientId))
    createPrincipal(
      context.world,
      tenant.tenantId,
      application,
      new Date(context.now()).toISOString(),
    );
  return htmlPage(
    'Accepted',
    `<h1>Accepted</h1><p><strong>${escapeHtml(application.displayName)}</strong> now has a service principal in <strong>${escapeHtml(tenant.displayName)}</strong>. You may close this page.</p>`,
  );
}

function landingTenant(tenantPath: string, context: SandboxContext): Tenant | undefined {
  const pinned = !['common', 'organizations'].includes(tenantPath.toLowerCase());
  return context.world.tenants.get(pinned ? tenantPath : PARTNER_TENANT);
}

const errorPage = (code: number, text: string): Answer =>
  htmlPage(
    'Sorry, but we are having trouble signing you in',
    `<h1>Sorry, but we are having trouble signing you in</h1><p>AADSTS${code}: ${escapeHtml(text)}</p>`,
    400,
  );
