/**
 * Every page of the console, with data to show, and its title in both languages.
 */
import { prepare } from '../product/customers.ts';
import { approve, requestApproval, untilApprovable } from '../product/runs.ts';
import type { Prepared } from '../product/customers.ts';
import { createCustomer } from '../product/sandbox.ts';

/** The runs that the pages show. */
export interface Scene {
  /** Blocked at its vault. */
  blocked: Prepared;
  /** The approval of AEP is requested. */
  awaitingApproval: Prepared;
  /** Both tracks are approved; nothing is sent. */
  approved: Prepared;
}

export interface Place {
  name: string;
  path: (scene: Scene) => string;
  title: (scene: Scene) => string | RegExp;
  /** The page's `h1`; without one it is the organization's name. */
  heading?: { en: string; es: string };
}

const run = ({ runId }: Prepared, rest = '') => `/runs/${encodeURIComponent(runId)}${rest}`;

export const PLACES: readonly Place[] = [
  {
    name: 'portfolio',
    path: () => '/',
    title: () => 'Portfolio · Keyway',
    heading: { en: 'Portfolio', es: 'Cartera' },
  },
  {
    name: 'organizations',
    path: () => '/organizations',
    title: () => 'Organizations · Keyway',
    heading: { en: 'Organizations', es: 'Organizaciones' },
  },
  {
    name: 'new organization',
    path: () => '/organizations/new',
    title: () => 'Add organization · Keyway',
    heading: { en: 'Add organization', es: 'Agregar organización' },
  },
  {
    name: 'new organization with all parts',
    path: () => '/organizations/new?further=now',
    title: () => 'Add organization · Keyway',
    heading: { en: 'Add organization', es: 'Agregar organización' },
  },
  {
    name: 'import',
    path: () => '/organizations/import',
    title: () => 'Import organizations · Keyway',
    heading: { en: 'Import organizations', es: 'Importar organizaciones' },
  },
  {
    name: 'organization',
    path: ({ blocked }) => `/organizations/${encodeURIComponent(blocked.organizationId)}`,
    title: ({ blocked }) => `${blocked.name} · Keyway`,
  },
  {
    name: 'inbox',
    path: () => '/inbox',
    title: () => 'Inbox · Keyway',
    heading: { en: 'Inbox', es: 'Bandeja' },
  },
  {
    name: 'readiness checks',
    path: () => '/readiness',
    title: () => 'Readiness checks · Keyway',
    heading: { en: 'Readiness checks', es: 'Comprobaciones de preparación' },
  },
  {
    name: 'planned keys',
    path: () => '/readiness/keys',
    title: () => 'Check planned keys · Keyway',
    heading: { en: 'Check planned keys', es: 'Comprobar claves previstas' },
  },
  {
    name: 'bulk jobs',
    path: () => '/bulk-jobs',
    title: () => 'Bulk jobs · Keyway',
    heading: { en: 'Bulk jobs', es: 'Tareas masivas' },
  },
  {
    name: 'run',
    path: ({ blocked }) => run(blocked),
    title: ({ blocked }) => `${blocked.name} · Blocked at Vault · Keyway`,
  },
  {
    name: 'approval',
    path: ({ awaitingApproval }) => run(awaitingApproval, '/approval/AEP'),
    title: ({ awaitingApproval }) =>
      `${awaitingApproval.name} · Approval: Experience Platform · Keyway`,
    heading: { en: 'Approval: Experience Platform', es: 'Aprobación: Experience Platform' },
  },
  {
    name: 'submission',
    path: ({ approved }) => run(approved, '/submit'),
    title: ({ approved }) => `${approved.name} · Submission to Adobe · Keyway`,
    heading: { en: 'Submission to Adobe', es: 'Envío a Adobe' },
  },
  {
    name: 'ticket',
    path: ({ approved }) => run(approved, '/ticket'),
    title: ({ approved }) => `${approved.name} · Adobe Customer Care ticket · Keyway`,
    heading: { en: 'Adobe Customer Care ticket', es: 'Caso de Adobe Customer Care' },
  },
  {
    name: 'approvals',
    path: () => '/approvals',
    title: () => 'Approvals · Keyway',
    heading: { en: 'Approvals', es: 'Aprobaciones' },
  },
  {
    name: 'health',
    path: () => '/health',
    title: () => 'Health · Keyway',
    heading: { en: 'Health', es: 'Estado' },
  },
  {
    name: 'insights',
    path: () => '/insights',
    title: () => 'Insights · Keyway',
    heading: { en: 'Insights', es: 'Estadísticas' },
  },
  {
    name: 'history',
    path: () => '/history',
    title: () => 'History · Keyway',
    heading: { en: 'History', es: 'Historial' },
  },
  {
    name: 'check catalog',
    path: () => '/checks?text=VAL-10',
    title: () => 'Check catalog · Keyway',
    heading: { en: 'Check catalog', es: 'Catálogo de comprobaciones' },
  },
  {
    name: 'rules',
    path: () => '/rules?text=VAL-10',
    title: () => 'Rules · Keyway',
    heading: { en: 'Rules', es: 'Reglas' },
  },
  {
    name: 'glossary',
    path: () => '/glossary',
    title: () => 'Glossary · Keyway',
    heading: { en: 'Glossary', es: 'Glosario' },
  },
  {
    name: 'nowhere',
    path: () => '/nowhere/at/all',
    title: () => 'Page not found · Keyway',
    heading: { en: 'Page not found', es: 'Página no encontrada' },
  },
  {
    name: 'settings',
    path: () => '/settings',
    title: () => 'Settings · Keyway',
    heading: { en: 'Settings', es: 'Configuración' },
  },
  {
    name: 'notifications',
    path: () => '/settings/notifications',
    title: () => 'Notifications · Settings · Keyway',
    heading: { en: 'Notifications', es: 'Notificaciones' },
  },
  {
    name: 'members',
    path: () => '/settings/members',
    title: () => 'Members · Settings · Keyway',
    heading: { en: 'Members', es: 'Miembros' },
  },
  {
    name: 'invitations',
    path: () => '/settings/invitations',
    title: () => 'Invitations · Settings · Keyway',
    heading: { en: 'Invitations', es: 'Invitaciones' },
  },
  {
    name: 'single sign-on',
    path: () => '/settings/single-sign-on',
    title: () => 'Single sign-on · Settings · Keyway',
    heading: { en: 'Single sign-on', es: 'Inicio de sesión único' },
  },
  {
    name: 'policies',
    path: () => '/settings/policies',
    title: () => 'Policies · Settings · Keyway',
    heading: { en: 'Policies', es: 'Políticas' },
  },
  {
    name: 'API tokens',
    path: () => '/settings/tokens',
    title: () => 'API tokens · Settings · Keyway',
    heading: { en: 'API tokens', es: 'Tokens de API' },
  },
  {
    name: 'webhooks',
    path: () => '/settings/webhooks',
    title: () => 'Webhooks · Settings · Keyway',
    heading: { en: 'Webhooks', es: 'Webhooks' },
  },
];

/** @param family prefix of the organizations' names, so that two stories do not share a list */
export async function prepareScene(family: string): Promise<Scene> {
  const blocked = await prepare(
    await createCustomer('noPurgeProtection'),
    `${family} Hospitals of the Northern and Western Counties`,
  );
  const awaitingApproval = await prepare(await createCustomer('happyPath'), `${family} Asked`);
  const approved = await prepare(await createCustomer('happyPath'), `${family} Approved`);
  await untilApprovable(awaitingApproval, 'AEP');
  await requestApproval(awaitingApproval, 'AEP');
  for (const track of ['AEP', 'CJA'] as const) {
    await untilApprovable(approved, track);
    await requestApproval(approved, track);
    await approve(approved, track);
  }
  return { blocked, awaitingApproval: awaitingApproval, approved };
}

/** The text of the page's `h1`. */
export function headingOf(place: Place, scene: Scene, language: 'en' | 'es'): string {
  return place.heading?.[language] ?? scene.blocked.name;
}
