import type { CategoryCount } from './catalog.ts'
import { foldName, treeOf, type Code } from './codebook/codebook.ts'
import type { CatalogView } from './evidence.ts'
import type { Taxonomy, TaxonomyCategory, TaxonomyCode } from './taxonomy.ts'

/** One attribute of a system element: a subcategory, with what the taxonomy or the researcher says of it. */
export interface ElementAttribute {
  readonly name: string
  /** What the name means in the reader's language, where the taxonomy says so. */
  readonly gloss?: string
  readonly definition: string
  /** What one asks of, and what one gives to, a colleague; empty where nobody has written it. */
  readonly ask: string
  readonly provide: string
  readonly type: 'string' | 'number' | 'array'
  /** Null for an attribute the researcher created. */
  readonly example: string | number | readonly string[] | null
}

/**
 * A part of a machine-learning system that people must know about: a category of the catalog, such as Trained Model.
 */
export interface SystemElement {
  /** The catalog's code of it, such as TM. */
  readonly code: string
  readonly name: string
  /** As for an attribute. */
  readonly gloss?: string
  readonly definition: string
  readonly attributes: readonly ElementAttribute[]
}

/**
 * The system elements of a study: every category of the catalog, those of the taxonomies first, in the taxonomies'
 * order. The study's codebook says which attributes an element has and how it is defined; the taxonomy adds what a
 * codebook does not hold (questions, types, examples). A subcategory the taxonomy does not know becomes a text.
 * Subcategories of one name in different categories stay separate.
 */
export function systemElementsOf(
  catalog: Pick<CatalogView, 'categories'>,
  codes: readonly Code[],
  taxonomies: readonly Taxonomy[],
): readonly SystemElement[] {
  const known = taxonomies.flatMap((taxonomy) => taxonomy.categories)
  const positions = new Map(catalog.categories.map((category) => [category.code, positionIn(known, category)]))
  const position = (category: CategoryCount) => positions.get(category.code) ?? known.length
  return [...catalog.categories]
    .sort((a, b) => position(a) - position(b) || a.name.localeCompare(b.name, 'en'))
    .map((category) => elementOf(category, codes, known[position(category)]))
}

function positionIn(known: readonly TaxonomyCategory[], category: CategoryCount): number {
  const byName = known.findIndex((candidate) => foldName(candidate.name) === foldName(category.name))
  const found = byName >= 0 ? byName : known.findIndex((candidate) => candidate.abbreviation === category.code)
  return found < 0 ? known.length : found
}

function elementOf(
  category: CategoryCount,
  codes: readonly Code[],
  taxonomy: TaxonomyCategory | undefined,
): SystemElement {
  const code =
    codes.find(({ name, abbreviation }) => name === category.name && (abbreviation ?? name) === category.code) ??
    codes.find(({ name, parentId }) => name === category.name && parentId === null)
  const own = code === undefined ? [] : treeOf(codes.filter(({ parentId }) => parentId === code.id))
  const definitions = new Map(own.map(({ code: { name, definition } }) => [name, definition]))
  const names = new Set([
    ...(code === undefined ? (taxonomy?.codes ?? []).map(({ name }) => name) : definitions.keys()),
    ...category.subcategories.map(({ name }) => name),
  ])
  return {
    code: category.code,
    name: category.name,
    ...glossOf(category.name, taxonomy),
    definition: firstWritten(code?.definition, taxonomy?.definition),
    attributes: [...names].map((name) =>
      attributeOf(
        name,
        definitions.get(name),
        taxonomy?.codes.find((candidate) => foldName(candidate.name) === foldName(name)),
      ),
    ),
  }
}

function attributeOf(
  name: string,
  definition: string | undefined,
  taxonomy: TaxonomyCode | undefined,
): ElementAttribute {
  return {
    name,
    ...glossOf(name, taxonomy),
    definition: firstWritten(definition, taxonomy?.definition),
    ask: taxonomy?.ask ?? '',
    provide: taxonomy?.provide ?? '',
    type: taxonomy?.attribute?.type ?? 'string',
    example: taxonomy?.attribute?.example ?? null,
  }
}

/** A category may have been found by its abbreviation alone: the gloss of another name is not its own. */
function glossOf(
  name: string,
  taxonomy: Pick<TaxonomyCode, 'name' | 'gloss'> | undefined,
): { readonly gloss?: string } {
  if (taxonomy?.gloss === undefined || foldName(taxonomy.name) !== foldName(name)) return {}
  return { gloss: taxonomy.gloss }
}

function firstWritten(...texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && text.trim() !== '') ?? ''
}
