/**
 * Returns true if the whole text matches a pattern of a policy, in which `*` stands for zero or more characters and `?`
 * for one. Takes no longer than the product of both lengths, whatever the pattern is.
 *
 * @source IAM User Guide, reference_policies_elements_resource: wildcards
 */
export function matchesPolicyPattern(pattern: string, text: string): boolean {
  let [at, from] = [0, 0];
  /** The last star, and how much of the text it stands for so far. */
  let [star, taken] = [-1, 0];
  while (at < text.length) {
    if (pattern[from] === '*') {
      star = from++;
      taken = at;
    } else if (from < pattern.length && (pattern[from] === '?' || pattern[from] === text[at])) {
      at++;
      from++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++taken;
    } else return false;
  }
  while (pattern[from] === '*') from++;
  return from === pattern.length;
}
