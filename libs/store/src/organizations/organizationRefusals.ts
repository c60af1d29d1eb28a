import { refuse, type Refusal } from '@keyway/core';

export const noOrganization = (): Refusal => refuse('organizationNotFound', ['organizationId']);

export const organizationArchived = (): Refusal =>
  refuse('organizationArchived', ['organizationId']);
