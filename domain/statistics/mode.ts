/** Every most frequent value, in ascending order: several when they tie, none of nothing. */
export function modesOf(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  return [...counts.keys()].filter((value) => counts.get(value) === most).sort((a, b) => a - b)
}
