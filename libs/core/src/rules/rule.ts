/** How a fact about the clouds or Adobe is kept: what it says, how sure it is, where it stands. */

/**
 * - `documented`: in a current document
 * - `superseded`: in an older version of a document only
 * - `conflicting`: documents contradict each other
 * - `inferred`: follows from documents, or is a choice of Keyway built on them
 * - `general`: known of the platform, found in none of the documents read
 * - `undocumented`: no document says it
 */
export type RuleProof =
  'documented' | 'superseded' | 'conflicting' | 'inferred' | 'general' | 'undocumented';

/** Where a source stands: the repository or site, and the folder, that an alias abbreviates. */
export const SOURCE_ALIASES = {
  AEP: 'AdobeDocs/experience-platform.en: help/landing/governance-privacy-security',
  AEPL: 'AdobeDocs/experience-platform.en: help/landing',
  AEPO: 'AdobeDocs/experience-platform.en: help/observability/alerts',
  AEPX: 'AdobeDocs/experience-platform.en: help/access-control',
  CJA: 'AdobeDocs/analytics-platform.en: help/privacy',
  AJO: 'AdobeDocs/journey-optimizer.en: help/using/privacy',
  JO: 'AdobeDocs/journey-optimizer.en: help/using',
  AEM: 'AdobeDocs/experience-manager-cloud-service.en: help/security',
  CAMPAIGN: 'AdobeDocs/campaign.en: help/v8/config',
  ADC: 'Adobe Developer Console documentation: ServerToServerAuthentication',
  IOE: 'developer.adobe.com: events/docs/guides',
  KVG: 'MicrosoftDocs/azure-security-docs: articles/key-vault/general',
  KVK: 'MicrosoftDocs/azure-security-docs: articles/key-vault/keys',
  KVI: 'MicrosoftDocs/azure-security-docs: articles/key-vault/includes',
  HSM: 'MicrosoftDocs/azure-security-docs: articles/key-vault/managed-hsm',
  AZ: 'MicrosoftDocs/azure-docs',
  COS: 'MicrosoftDocs/azure-databases-docs: articles/cosmos-db',
  ENTRA: 'MicrosoftDocs/entra-docs: enterprise applications',
  SDK: 'Azure SDK and REST reference',
} as const;
/** Alias and page, such as `KVG/rbac-guide.md`. */
export type RuleSource = `${keyof typeof SOURCE_ALIASES}/${string}`;

/** A fact about the clouds or Adobe that code and tests rest on. */
export interface Rule {
  /** What it says, in one line. */
  title: string;
  /** More than one where it holds in parts. */
  proof: readonly RuleProof[];
  /** Empty for choices of Keyway and for what no document says. */
  sources: readonly RuleSource[];
}

/** IDs never change their meaning: history and approvals of customers name them. */
export type RuleTable = Readonly<Record<`${string}-${number}`, Rule>>;
