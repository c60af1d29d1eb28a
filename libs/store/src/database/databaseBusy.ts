/** Too many transactions of this process wait for one key. Nothing was changed; try again later. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}
