import collaboration from '../assets/taxonomies/collaboration.json'
import mlMismatch from '../assets/taxonomies/ml-mismatch.json'
import qualityIssue from '../assets/taxonomies/quality-issue.json'
import type { Aggregates } from '../db/aggregates.ts'
import { PALETTE_SIZE, type Code } from '../domain/codebook.ts'
import { asId, type CodeId, type IdSource } from '../domain/ids.ts'
import type { Taxonomy, TaxonomyKey } from '../domain/taxonomy.ts'

/** The built-in taxonomies, by key. The files are data of the program, checked by tests. */
export const taxonomies: Readonly<Record<TaxonomyKey, Taxonomy>> = {
  'ml-mismatch': mlMismatch as Taxonomy,
  'quality-issue': qualityIssue as Taxonomy,
  collaboration: collaboration as Taxonomy,
}

/** Adds the codes of a taxonomy to a study's codebook: its categories, and the codes under them in the category's colour. */
export function addTaxonomy(rows: Aggregates, key: TaxonomyKey, newId: IdSource): void {
  const taken = rows.codes.all().filter((code) => code.parentId === null)
  taxonomies[key].categories.forEach((category, index) => {
    const position = taken.length + index
    const colour = position % PALETTE_SIZE
    const categoryId = asId<'code'>(newId())
    const { abbreviation, name, definition } = category
    rows.codes.add(codeOf(categoryId, null, { abbreviation, name, definition, colour, position, taxonomy: key }))
    category.codes.forEach((code, place) =>
      rows.codes.add(
        codeOf(asId(newId()), categoryId, { ...code, abbreviation: null, colour, position: place, taxonomy: key }),
      ),
    )
  })
}

function codeOf(
  id: CodeId,
  parentId: CodeId | null,
  given: Pick<Code, 'abbreviation' | 'name' | 'definition' | 'colour' | 'position' | 'taxonomy'> &
    Partial<Pick<Code, 'inclusion' | 'exclusion'>>,
): Code {
  const { abbreviation, name, definition, colour, position, taxonomy, inclusion = '', exclusion = '' } = given
  return { id, parentId, abbreviation, name, definition, inclusion, exclusion, colour, position, taxonomy }
}
