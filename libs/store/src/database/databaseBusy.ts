/**
 * Too many of this process wait for the same already; nothing was changed, and trying again in a
 * moment helps.
 */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}
