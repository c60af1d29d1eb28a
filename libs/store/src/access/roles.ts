import { ROLES, type Role } from '@keyway/core';
import { z } from 'zod';

export const Roles = z.enum(ROLES);
export const roleOf = (stored: string): Role => Roles.parse(stored);
