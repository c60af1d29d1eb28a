/** That something was used is recorded beside what it is used for. */
import { unavailabilityOf } from '../database/unavailability.ts';

/** While the database is being moved nothing is recorded, and reading continues. */
export async function recordUse(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (unavailabilityOf(error) !== 'moving') throw error;
  }
}
