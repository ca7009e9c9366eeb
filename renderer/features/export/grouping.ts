/** How survey figures are grouped, as chosen on the screen. */
export interface ChosenGrouping {
  /** A respondent attribute; null for no groups. */
  readonly by: string | null
  /** Groups that are taken as one, in the order of the survey; fewer than two merge nothing. */
  readonly merged: readonly string[]
  /** The top-box count takes this many points from the top. */
  readonly top: number
}

export const NO_GROUPING: ChosenGrouping = { by: null, merged: [], top: 2 }

/** The name of a merged group: `Operations + Other`. */
export function mergedName(groups: readonly string[]): string {
  return groups.join(' + ')
}

/** The same, as the contract takes it. */
export function groupingInput({ by, merged, top }: ChosenGrouping) {
  if (by === null) return { top, merge: [] }
  return { by, top, merge: merged.length < 2 ? [] : [{ label: mergedName(merged), groups: [...merged] }] }
}
