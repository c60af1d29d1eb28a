/** The sections of the settings, each a page with an address of its own, and who sees them. */
import { usePartnerRole, useRoleSomewhere, useViewer } from '../viewer/ViewerQuery.ts';

const SECTIONS = [
  { id: 'general', to: '/settings' },
  { id: 'notifications', to: '/settings/notifications' },
  { id: 'members', to: '/settings/members' },
  { id: 'invitations', to: '/settings/invitations' },
  { id: 'singleSignOn', to: '/settings/single-sign-on' },
  { id: 'policies', to: '/settings/policies' },
  { id: 'tokens', to: '/settings/tokens' },
  { id: 'webhooks', to: '/settings/webhooks' },
] as const;
type Section = (typeof SECTIONS)[number];
export type SectionId = Section['id'];

/** Those that this person may open. Only hides links; the server decides. */
export function useSections(): readonly Section[] {
  const hasInbox = useViewer()?.kind === 'MEMBER';
  const managesPeople = usePartnerRole('OWNER');
  const managesTokens = useRoleSomewhere('OWNER');
  const isOpen: Record<SectionId, boolean> = {
    general: true,
    notifications: hasInbox,
    members: managesPeople,
    invitations: managesPeople,
    singleSignOn: managesPeople,
    policies: true,
    tokens: managesTokens,
    webhooks: managesPeople,
  };
  return SECTIONS.filter(({ id }) => isOpen[id]);
}
