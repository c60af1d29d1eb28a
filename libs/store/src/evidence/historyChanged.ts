/** Nothing is signed for a chain that is not what an earlier checkpoint signed. */
export class HistoryChanged extends Error {
  override readonly name = 'HistoryChanged';

  constructor(chainId: string) {
    super(`The history of ${chainId} was changed: it is not what its last checkpoint signed.`);
  }
}
