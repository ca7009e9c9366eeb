import type { CategoryCount } from './catalog.ts'

/** A mismatch as the catalog lists it: `id` is its reference, such as M01-03. */
export interface CatalogEntry {
  readonly id: string
  readonly interview: string
  readonly quote: string
  readonly description: string
  readonly information: string
  readonly instances: readonly {
    readonly category: string
    readonly categoryName: string
    readonly subcategory: string | null
  }[]
}

/** The consolidated mismatches with the prevalence of their categories, as the catalog shows them. */
export interface CatalogView {
  readonly mismatches: number
  readonly instances: number
  readonly categories: readonly CategoryCount[]
  readonly items: readonly CatalogEntry[]
}

/** What a line of an exported document rests on. */
export interface Evidence {
  /** Distinct mismatches, the instances among them, and the distinct interviews they come from. */
  readonly mismatches: number
  readonly instances: number
  readonly interviews: number
  /** References of those mismatches, in the catalog's order. */
  readonly items: readonly string[]
}

/** The evidence of a category (`category` is its code, such as TM), or of one of its subcategories. */
export function evidenceOf(items: readonly CatalogEntry[], category: string, subcategory?: string): Evidence {
  const found = items
    .map((item) => ({
      item,
      instances: item.instances.filter(
        (instance) =>
          instance.category === category && (subcategory === undefined || instance.subcategory === subcategory),
      ).length,
    }))
    .filter(({ instances }) => instances > 0)
  return {
    mismatches: found.length,
    instances: found.reduce((sum, { instances }) => sum + instances, 0),
    interviews: countInterviews(found.map(({ item }) => item)),
    items: found.map(({ item }) => item.id),
  }
}

/** How many distinct interviews the entries come from. */
export function countInterviews(items: readonly CatalogEntry[]): number {
  return new Set(items.map((item) => item.interview)).size
}
