/** Stored by a newer version of the program, which this one must neither read nor write over. */
export class NewerVersion extends RangeError {
  override readonly name = 'NewerVersion';
}
