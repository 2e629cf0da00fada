/** Figures nearer to nothing than one, on the same side of it: nothing itself first, then ever closer to it. */
export function nearerToNothing(figure: number): readonly number[] {
  const nearer: number[] = [];
  for (let gap = figure; Math.abs(gap) >= 1; gap = Math.trunc(gap / 2)) nearer.push(figure - gap);
  return nearer;
}
