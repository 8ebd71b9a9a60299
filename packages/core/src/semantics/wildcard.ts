/**
 * Returns true if the whole text matches the pattern, in which `*` stands for zero or more characters and everything
 * else (including `?`) for itself. Case sensitive. The text between two `*` is matched once, at its first occurrence,
 * and never again: no pattern causes backtracking.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  if (!text.startsWith(pattern.slice(0, star))) return false;
  let matched = star;
  for (;;) {
    const next = pattern.indexOf('*', star + 1);
    if (next < 0) break;
    const found = text.indexOf(pattern.slice(star + 1, next), matched);
    if (found < 0) return false;
    matched = found + next - star - 1;
    star = next;
  }
  const end = pattern.slice(star + 1);
  return text.length - matched >= end.length && text.endsWith(end);
}
