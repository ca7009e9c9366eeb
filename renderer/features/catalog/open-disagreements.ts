import type { Catalog } from '../../../app/contract/catalog.ts'

type Open = Catalog['open'][number]

/** What of the reviews is still open: of one transcript alone, or how much of how many. */
export type OpenDisagreements =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly of: Open }
  | { readonly kind: 'many'; readonly disagreements: number; readonly transcripts: number }

export function gatherOpen(open: readonly Open[]): OpenDisagreements {
  const [first, ...others] = open
  if (first === undefined) return { kind: 'none' }
  if (others.length === 0) return { kind: 'one', of: first }
  return {
    kind: 'many',
    disagreements: open.reduce((sum, { disagreements }) => sum + disagreements, 0),
    transcripts: new Set(open.map(({ transcript }) => transcript)).size,
  }
}
