/** The CJA track on Azure, step by step. */
import type { RuleTable } from './rule.ts';

export const CJA_RULES = {
  'CJA-01': {
    title: 'CJA has a vault, an application and a request of its own',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-02': {
    title: 'The account team confirms the entitlement and that the platform runs on Azure',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-03': {
    title: 'The Azure admin holds one of three Entra roles',
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-04': {
    title: "CJA's vault is new and used for CJA only",
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-05': {
    title: "CJA's pages state no requirements for vault or key",
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
  'CJA-06': {
    title: "CJA's application ID is the same for everybody",
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-07': {
    title: "Consent by CJA's URL, or by Microsoft's procedure",
    proof: ['documented'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-08': {
    title: 'Consent grants nothing on the vault; the role is needed as well',
    proof: ['documented', 'inferred'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-09': {
    title: "CJA's consent URL names the vault's tenant too",
    proof: ['inferred'],
    sources: [],
  },
  'CJA-10': {
    title: 'Before the ticket: service principal, role and key are proven',
    proof: ['inferred'],
    sources: [],
  },
  'CJA-11': {
    title: 'The ticket names the key identifier, vault, tenant, application and organization',
    proof: ['documented', 'inferred'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-12': {
    title: `"Azure URI" may mean the key's identifier or the vault's address`,
    proof: ['conflicting'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-13': {
    title: 'CJA is done when Customer Care confirms it',
    proof: ['documented', 'inferred'],
    sources: ['CJA/cmk.md'],
  },
  'CJA-14': { title: 'CJA needs nothing on AWS', proof: ['documented'], sources: ['CJA/cmk.md'] },
  'CJA-15': {
    title: 'CJA documents no failures, rotation, revocation or alerts',
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
  'CJA-16': {
    title: 'The order of the tracks is open; the ticket waits for the proof',
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
} as const satisfies RuleTable;
