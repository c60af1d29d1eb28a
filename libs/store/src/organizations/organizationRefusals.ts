import { refuse, type Refusal } from '@keyway/core';

export const noOrganization = (): Refusal =>
  refuse('NOT_FOUND', 'There is no such organization.', ['organizationId']);

export const organizationArchived = (): Refusal =>
  refuse('CONFLICT', 'This organization is archived. Restore it first (restoreOrganization).', [
    'organizationId',
  ]);
