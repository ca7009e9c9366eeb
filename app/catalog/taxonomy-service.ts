import collaboration from '../../assets/taxonomies/collaboration.json'
import collaborationInFrench from '../../assets/taxonomies/collaboration.fr.json'
import mlMismatch from '../../assets/taxonomies/ml-mismatch.json'
import mlMismatchInFrench from '../../assets/taxonomies/ml-mismatch.fr.json'
import qualityIssue from '../../assets/taxonomies/quality-issue.json'
import qualityIssueInFrench from '../../assets/taxonomies/quality-issue.fr.json'
import type { Aggregates } from '../../db/aggregates.ts'
import { PALETTE_SIZE, type Code } from '../../domain/codebook/codebook.ts'
import { asId, type CodeId, type IdSource } from '../../domain/ids.ts'
import {
  TAXONOMY_KEYS,
  translateCodes,
  translateTaxonomy,
  type Taxonomy,
  type TaxonomyKey,
  type TaxonomyTranslation,
} from '../../domain/taxonomy.ts'
import type { ExportLanguage } from '../../formats/export-document.ts'

/** The built-in taxonomies, by key. The files are data of the program, checked by tests. */
const taxonomies: Readonly<Record<TaxonomyKey, Taxonomy>> = {
  'ml-mismatch': mlMismatch as Taxonomy,
  'quality-issue': qualityIssue,
  collaboration,
}

const inFrench: Readonly<Record<TaxonomyKey, TaxonomyTranslation>> = {
  'ml-mismatch': mlMismatchInFrench,
  'quality-issue': qualityIssueInFrench,
  collaboration: collaborationInFrench,
}

/** A built-in taxonomy with its definitions, questions and examples in the reader's language; its names stay. */
export function taxonomyIn(key: TaxonomyKey, language: ExportLanguage): Taxonomy {
  return language === 'en' ? taxonomies[key] : translateTaxonomy(taxonomies[key], inFrench[key])
}

/** Codes as the reader is to see them: what is still the built-in wording in their language, what was edited as it is. */
export function codesIn<C extends Code>(codes: readonly C[], language: ExportLanguage): readonly C[] {
  return TAXONOMY_KEYS.reduce<readonly C[]>(
    (read, key) => translateCodes(read, taxonomies[key], taxonomyIn(key, language)),
    codes,
  )
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
  return {
    id,
    parentId,
    abbreviation,
    name,
    definition,
    inclusion,
    exclusion,
    colour,
    position,
    taxonomy,
    retired: false,
  }
}
