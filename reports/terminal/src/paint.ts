import picocolors from 'picocolors';

/** The colours that a report is written with; without colour each gives its text back. */
export type Paint = Pick<ReturnType<typeof picocolors.createColors>, 'bold' | 'dim' | 'green' | 'red' | 'yellow'>;

export function paintFor(color: boolean): Paint {
  return picocolors.createColors(color);
}
