/** Years that are written with four digits, from 1970 on: AWS is younger. */
const [FIRST, LAST] = [0, Date.parse('9999-12-31T23:59:59.999Z')];

/** Returns whether AWS can mean this moment, in milliseconds since 1970. */
export function isMoment(instant: number): boolean {
  return instant >= FIRST && instant <= LAST;
}
