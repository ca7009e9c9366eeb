/** A built-in set of codes to start a study from. Data, in the product's own words (`assets/taxonomies/`). */
export interface Taxonomy {
  readonly key: string
  readonly name: string
  readonly categories: readonly TaxonomyCategory[]
}

export interface TaxonomyCategory {
  /** Such as TM; null where the method gives none. */
  readonly abbreviation: string | null
  readonly name: string
  readonly definition: string
  readonly codes: readonly TaxonomyCode[]
}

export interface TaxonomyCode {
  readonly name: string
  readonly definition: string
  /** When to use it, and when not to; may be empty. */
  readonly inclusion: string
  readonly exclusion: string
  /** What one asks of, and what one gives to, a colleague about it: the checklists are made of these. Empty where the taxonomy makes none. */
  readonly ask: string
  readonly provide: string
  /** For descriptors: the JSON type of the attribute and an example value. */
  readonly attribute?: { readonly type: 'string' | 'number' | 'array'; readonly example: string | number | readonly string[] }
}

export const TAXONOMY_KEYS = ['ml-mismatch', 'quality-issue', 'collaboration'] as const
export type TaxonomyKey = (typeof TAXONOMY_KEYS)[number]
