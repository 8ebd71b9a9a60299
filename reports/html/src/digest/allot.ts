/**
 * Shares so many rows among groups of these sizes: none gets more than it has, and small groups get all of theirs before
 * large ones take what is left.
 */
export function allot(sizes: readonly number[], rows: number): readonly number[] {
  const shares = sizes.map(() => 0);
  const fromSmall = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size || a.index - b.index);
  let left = rows;
  fromSmall.forEach(({ size, index }, done) => {
    const share = Math.min(size, Math.floor(left / (fromSmall.length - done)));
    shares[index] = share;
    left -= share;
  });
  return shares;
}
