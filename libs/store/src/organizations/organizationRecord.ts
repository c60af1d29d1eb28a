import type { Kept } from '../database/keptRows.ts';
import type {
  Actor,
  Cloud,
  Health,
  Instant,
  Organization,
  OrganizationCorrection,
  OrganizationField,
  Region,
  RunStatus,
} from '@keyway/core';

/** An organization, and the partner whose rows are read for it. */
export interface OrganizationIds {
  partnerId: string;
  organizationId: string;
}

/** An organization as stored, and whether its clouds are connected. */
export interface OrganizationRecord extends Organization, Kept {
  partnerId: string;
  createdAt: Instant;
  /** Null: not archived. */
  archivedAt: Instant | null;
  /** A configuration is being submitted, was submitted, or was attested. */
  hasConfiguration: boolean;
  adobeConnected: boolean;
  /** Null: not connected. */
  azureConnected: 'READ' | 'WRITE' | null;
  awsConnected: boolean;
}

/** The validated details of an organization to create; the store assigns its UUID. */
export type NewOrganization = Omit<Organization, 'id'>;

/** One detail of an organization that changes. */
export interface FieldChange {
  field: OrganizationField;
  from: Organization[OrganizationField];
  to: Organization[OrganizationField];
}

export interface OrganizationChange {
  organizationId: string;
  correction: OrganizationCorrection;
}

/** NAME: in any letter case. DUE: what is due first; those without a date last, by name. */
export type OrganizationOrder = 'NAME' | 'DUE';

/** What a list of organizations is limited to; what is left out limits nothing. */
export interface OrganizationFilter {
  /** Whose keys have one of these. */
  health?: readonly Health[] | null;
  /** Part of the name or of the IMS organization ID, any case. */
  text?: string | null;
  cloud?: Cloud | null;
  region?: Region | null;
  runStatus?: readonly RunStatus[] | null;
  waitingOn?: readonly Actor[] | null;
  /** UUIDs; what is none belongs to nothing. */
  ids?: readonly string[] | null;
  /** The member who is responsible for the current run, unless that was cancelled. */
  ownerId?: string | null;
  /** True: whose current run is open and nobody's; false: the others. */
  unassigned?: boolean | null;
  /** True: whose current run is past its due date; false: the others. */
  overdue?: boolean | null;
  /** Whose current run is due so soon, as `RunFilter` means it. */
  dueWithinSeconds?: number | null;
  /** True: whose current run is open and has no due date; false: the others. */
  undated?: boolean | null;
  /** Whose current run is stuck, as `RunFilter` means it. */
  stuckForSeconds?: number | null;
  /** True: archived organizations alone; otherwise the others alone. */
  archived?: boolean | null;
}
