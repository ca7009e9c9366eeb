import type { Code } from './codebook/codebook.ts'

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
  /** What the name means in the reader's language, to be shown beside it; absent where they are the same words. */
  readonly gloss?: string
  readonly definition: string
  readonly codes: readonly TaxonomyCode[]
}

export interface TaxonomyCode {
  readonly name: string
  /** As for a category. */
  readonly gloss?: string
  readonly definition: string
  /** When to use it, and when not to; may be empty. */
  readonly inclusion: string
  readonly exclusion: string
  /** What one asks of, and what one gives to, a colleague about it: the checklists are made of these. Empty where the taxonomy makes none. */
  readonly ask: string
  readonly provide: string
  /** For descriptors: the JSON type of the attribute and an example value. */
  readonly attribute?: {
    readonly type: 'string' | 'number' | 'array'
    readonly example: string | number | readonly string[]
  }
}

export const TAXONOMY_KEYS = ['ml-mismatch', 'quality-issue', 'collaboration'] as const
export type TaxonomyKey = (typeof TAXONOMY_KEYS)[number]

/**
 * The words of a taxonomy in another language (`assets/taxonomies/*.fr.json`), by the English names of its categories
 * and codes. What it leaves out stays as the taxonomy has it.
 */
export interface TaxonomyTranslation {
  readonly key: string
  readonly language: string
  readonly name: string
  readonly categories: Readonly<Record<string, CategoryTranslation>>
}

export interface CategoryTranslation {
  readonly name: string
  readonly definition: string
  readonly codes: Readonly<Record<string, CodeTranslation>>
}

export interface CodeTranslation {
  readonly name: string
  readonly definition: string
  readonly inclusion?: string
  readonly exclusion?: string
  readonly ask?: string
  readonly provide?: string
  readonly example?: string | readonly string[]
}

/**
 * The taxonomy in the words of a translation. Names stay what they are, since studies, workbooks and questionnaires
 * refer to them; the translated name stands beside each as its gloss.
 */
export function translateTaxonomy(taxonomy: Taxonomy, translation: TaxonomyTranslation): Taxonomy {
  return {
    ...taxonomy,
    name: translation.name,
    categories: taxonomy.categories.map((category) => {
      const words = translation.categories[category.name]
      if (words === undefined) return category
      return {
        ...category,
        ...glossOf(category.name, words.name),
        definition: words.definition,
        codes: category.codes.map((code) => translateCode(code, words.codes[code.name])),
      }
    }),
  }
}

function translateCode(code: TaxonomyCode, words: CodeTranslation | undefined): TaxonomyCode {
  if (words === undefined) return code
  const { name, example, ...texts } = words
  const { attribute } = code
  return {
    ...code,
    ...glossOf(code.name, name),
    ...texts,
    ...(attribute === undefined ? {} : { attribute: { ...attribute, example: example ?? attribute.example } }),
  }
}

function glossOf(name: string, translated: string): { readonly gloss?: string } {
  return translated === name ? {} : { gloss: translated }
}

/**
 * The codes with each definition and note that is still word for word the taxonomy's in the words of its translation.
 * What a researcher has edited stays theirs, and so do names and all codes that came from elsewhere.
 */
export function translateCodes<C extends Code>(
  codes: readonly C[],
  taxonomy: Taxonomy,
  translated: Taxonomy,
): readonly C[] {
  const written = textsOf(translated)
  const wordings = new Map(textsOf(taxonomy).map((text, index) => [text, written[index] ?? text]))
  const inWords = (text: string) => wordings.get(text) ?? text
  return codes.map((code) =>
    code.taxonomy === taxonomy.key
      ? {
          ...code,
          definition: inWords(code.definition),
          inclusion: inWords(code.inclusion),
          exclusion: inWords(code.exclusion),
        }
      : code,
  )
}

/** What of a taxonomy goes into a codebook, in a fixed order. */
function textsOf({ categories }: Taxonomy): readonly string[] {
  return categories.flatMap(({ definition, codes }) => [
    definition,
    ...codes.flatMap((code) => [code.definition, code.inclusion, code.exclusion]),
  ])
}
