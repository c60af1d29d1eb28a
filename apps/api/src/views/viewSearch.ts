/** What a view may hold: parameters of an address, of any version of the console. */
import type { ViewSearch } from '@keyway/store';
import { z } from 'zod';
import type { InputValidator } from '../userErrors/inputValidator.ts';

const MAX_PARAMETERS = 40;
const MAX_CHARACTERS = 4000;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const viewSearch = z
  .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/), value)
  .refine((search) => Object.keys(search).length <= MAX_PARAMETERS);

export function validateViewSearch(validate: InputValidator, given: unknown): ViewSearch {
  const { success, data } = viewSearch.safeParse(given);
  if (!success) {
    validate.refuse('viewSearchInvalid', 'search');
    return {};
  }
  if (JSON.stringify(data).length > MAX_CHARACTERS)
    validate.refuse('viewSearchTooLong', 'search', { max: MAX_CHARACTERS });
  return data;
}
