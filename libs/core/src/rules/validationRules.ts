/** What Keyway's checks evaluate. Rules of its own, built on the facts of the other files. */
import type { RuleTable } from './rule.ts';

export const VALIDATION_RULES = {
  'VAL-01': {
    title: 'The identifier is an https URL without user, query, fragment or port',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-02': {
    title: 'The host is a public Key Vault or Managed HSM host',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-03': {
    title: 'One label, a valid vault name, precedes the suffix',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-04': { title: 'The first path segment is keys', proof: ['inferred'], sources: [] },
  'VAL-05': { title: 'The key name is valid', proof: ['inferred'], sources: [] },
  'VAL-06': {
    title: 'A version of 32 hex digits passes; none or an unusual one warns',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-07': { title: 'Nothing follows the version', proof: ['inferred'], sources: [] },
  'VAL-08': { title: "CJA's vault is not AEP's", proof: ['inferred'], sources: [] },
  'VAL-09': {
    title: 'A vault or KMS key used by two organizations warns',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-10': { title: 'Purge protection is on', proof: ['inferred'], sources: [] },
  'VAL-11': { title: 'Soft-delete is on', proof: ['inferred'], sources: [] },
  'VAL-12': {
    title: 'Retention is 7 to 90 days; below 90 warns',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-13': { title: 'The vault uses Azure RBAC', proof: ['inferred'], sources: [] },
  'VAL-14': {
    title: 'The tier is Standard, Premium or Managed HSM',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-15': {
    title: 'The network admits Adobe: by mode, bypass and address',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-16': {
    title: "The vault's tenant is the one with the service principal",
    proof: ['inferred'],
    sources: [],
  },
  'VAL-17': { title: 'The key is RSA or RSA-HSM', proof: ['inferred'], sources: [] },
  'VAL-18': { title: 'The key has at least 3072 bits', proof: ['inferred'], sources: [] },
  'VAL-19': { title: 'The key permits wrapKey and unwrapKey', proof: ['inferred'], sources: [] },
  'VAL-20': { title: 'The key is enabled', proof: ['inferred'], sources: [] },
  'VAL-21': {
    title: "The key's activation date is not in the future",
    proof: ['inferred'],
    sources: [],
  },
  'VAL-22': {
    title: 'The key is not expired and does not expire within 30 days unnoticed',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-23': {
    title: "The key's recovery level is not Purgeable",
    proof: ['inferred'],
    sources: [],
  },
  'VAL-24': { title: 'The service principal exists', proof: ['inferred'], sources: [] },
  'VAL-25': {
    title: 'The exact role is assigned; broader warns, recent waits',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-26': {
    title: "The configuration's name is not empty and safe in a path",
    proof: ['inferred'],
    sources: [],
  },
  'VAL-27': { title: "The body's imsOrgId is the header's", proof: ['inferred'], sources: [] },
  'VAL-28': { title: 'The region has a known host', proof: ['inferred'], sources: [] },
  'VAL-29': { title: 'The ARN has the accepted form', proof: ['inferred'], sources: [] },
  'VAL-30': {
    title: 'The shield carries the right on this cloud',
    proof: ['inferred'],
    sources: [],
  },
  'VAL-31': {
    title: "The key policy keeps root and all of Adobe's statements",
    proof: ['inferred'],
    sources: [],
  },
  'VAL-32': { title: 'The app registration agrees with itself', proof: ['inferred'], sources: [] },
} as const satisfies RuleTable;
