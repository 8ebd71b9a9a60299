/** The code of the gaps of what was not called, as calls are only tried. */
export const NOT_TRIED = 'NotTried';

/** A call was not made: its operation was tried already, or is for one item at a time. */
export class NotTriedError extends Error {
  override readonly name = NOT_TRIED;

  constructor() {
    super('it was not called, as each list is only tried once');
  }
}
