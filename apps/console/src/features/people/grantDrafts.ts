/** Grants while somebody edits them. */
import type { Role } from '../../generated/enums.ts';
import type { GrantInput } from '../../generated/graphql.ts';
import type { NamedOrganization, ScopedRole } from '../viewer/viewerAccess.ts';

export interface GrantDraft {
  /** Distinguishes rows while some are removed. */
  key: number;
  role: Role;
  /** True: for every organization of the partner. */
  isEverywhere: boolean;
  /** Null until one is chosen. */
  organization: NamedOrganization | null;
}

/** As many as the server takes. */
export const MAX_GRANTS = 100;

export const toDraft = ({ role, organization }: ScopedRole, key: number): GrantDraft => ({
  key,
  role,
  isEverywhere: organization === null,
  organization,
});

/** The least that somebody can be given by mistake: to read one organization. */
const EMPTY: Omit<GrantDraft, 'key'> = { role: 'AUDITOR', isEverywhere: false, organization: null };

export const addDraft = (drafts: readonly GrantDraft[]): GrantDraft[] => [
  ...drafts,
  { ...EMPTY, key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1 },
];

/** At least one row, so that there is something to fill in. */
export const toDrafts = (grants: readonly ScopedRole[]): GrantDraft[] =>
  grants.length > 0 ? grants.map(toDraft) : addDraft([]);

/** What is sent; null while an organization is missing. */
export function toGrantInput({
  role,
  isEverywhere,
  organization,
}: Omit<GrantDraft, 'key'>): GrantInput | null {
  if (isEverywhere) return { role, organizationId: null };
  return organization && { role, organizationId: organization.id };
}

/** All of them, each once; null while one is not complete or there is none. */
export function toGrantInputs(drafts: readonly GrantDraft[]): GrantInput[] | null {
  const inputs = new Map<string, GrantInput>();
  for (const draft of drafts) {
    const input = toGrantInput(draft);
    if (!input) return null;
    inputs.set(`${input.role} ${input.organizationId}`, input);
  }
  return inputs.size > 0 ? [...inputs.values()] : null;
}
