import type { Catalog, QualityIssues } from '../../../app/contract/catalog.ts'
import { holdsWords } from '../../../domain/text/folded-text.ts'

export type CatalogItem = Catalog['items'][number]
export type QualityIssue = QualityIssues[number]

/** A category, or one of its subcategories, that the list is narrowed to. */
export interface Element {
  readonly category: string
  readonly subcategory: string | null
}

/** The mismatches about an element (null: about anything) that hold the words of a query. */
export function selectItems(
  items: readonly CatalogItem[],
  element: Element | null,
  query: string,
): readonly CatalogItem[] {
  return items.filter(({ id, interview, quote, description, information, instances }) => {
    const isAbout =
      element === null ||
      instances.some(
        ({ category, subcategory }) =>
          category === element.category && (element.subcategory === null || subcategory === element.subcategory),
      )
    const names = instances.flatMap(({ categoryName, subcategory }) => [categoryName, subcategory ?? ''])
    return isAbout && holdsWords(query, [id, interview, quote, description, information, ...names])
  })
}

export function selectIssues(issues: readonly QualityIssue[], query: string): readonly QualityIssue[] {
  return issues.filter(({ id, name, description, facets, evidence }) =>
    holdsWords(query, [
      id,
      name,
      description,
      ...facets.map(({ text }) => text),
      ...evidence.flatMap(({ interview, quote }) => [interview, quote]),
    ]),
  )
}
