/** The order in which people look for names: numbers by their value (P2 before P10), case aside; what has none first. */
export function compareNames(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', undefined, { numeric: true, sensitivity: 'base' })
}
