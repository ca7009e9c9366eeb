import { prevalence, type Mismatch } from '../../domain/catalog.ts'
import { codebookOf, foldName, pathOf, PATH_SEPARATOR, treeOf, type Code } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId } from '../../domain/ids.ts'
import { parseMismatchWorkbook, type ReadInstance } from '../../formats/catalog/mismatch-workbook.ts'
import { parseQualityIssues } from '../../formats/catalog/quality-issues.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { newCode } from '../codebook/codebook-service.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { RoundReview, tallyOf } from '../review/round-review.ts'
import type { Task } from '../task.ts'

export const catalogHandlers: Handlers<Under<'catalog'> | Under<'mismatches'> | Under<'qualityIssues'>> = {
  'catalog.read': readCatalog,
  'catalog.qualityIssues': readQualityIssues,
  'mismatches.import': importMismatches,
  'qualityIssues.import': importQualityIssues,
}

/** The catalog as the contract tells it: mismatches, and how often each category and subcategory occurs. */
export function readCatalog(study: OpenStudy): Output<'catalog.read'> {
  const mismatches = study.read.catalog.mismatches()
  const counts = prevalence(mismatches, elementsOf(study.read.codes.all(), mismatches))
  return {
    ...study.read.catalog.totals(),
    open: openDisagreements(study),
    categories: counts.map((category) => ({ ...category, subcategories: [...category.subcategories] })),
    items: mismatches.map(({ id, reference, instances, ...mismatch }) => ({
      id: reference,
      mismatchId: id,
      ...mismatch,
      instances: instances.map(({ category, subcategory }) => ({
        category: category.code,
        categoryName: category.name,
        subcategory,
      })),
    })),
  }
}

/** What the reviews that were started have not decided yet. */
function openDisagreements(study: OpenStudy): Output<'catalog.read'>['open'] {
  return study.read.reviews.all().flatMap(({ roundId }) => {
    const review = new RoundReview(study, roundId)
    return review.transcripts().flatMap(({ transcript, items }) => {
      const { open: disagreements } = tallyOf(items)
      return disagreements === 0 ? [] : { transcript: transcript.name, round: review.round.name, disagreements }
    })
  })
}

/** The system elements mismatches are about: the categories of the mismatch taxonomy, and any other that was used. */
function elementsOf(codes: readonly Code[], mismatches: readonly Mismatch[]) {
  const used = new Set(mismatches.flatMap((mismatch) => mismatch.instances.map(({ category }) => category.id)))
  return treeOf(codes)
    .filter(({ code }) => code.taxonomy === 'ml-mismatch' || used.has(code.id))
    .map(({ code, children }) => ({
      code: code.abbreviation ?? code.name,
      name: code.name,
      subcategories: children.map((child) => child.code.name),
    }))
}

export function readQualityIssues(study: OpenStudy): Output<'catalog.qualityIssues'> {
  return study.read.catalog.qualityIssues().map(({ id, reference, facets, evidence, ...issue }) => ({
    id: reference,
    issueId: id,
    ...issue,
    facets: [...facets],
    evidence: [...evidence],
  }))
}

async function importMismatches(
  study: OpenStudy,
  { file, coderId }: ParsedInput<'mismatches.import'>,
  task: Task,
): Promise<Output<'mismatches.import'>> {
  return study.actLong({ action: 'mismatches.import', detail: file.name, coderId }, async () => {
    await task.say({ done: 0, total: 0, what: file.name })
    const { sheets, skipped } = await parseMismatchWorkbook(file.name, file.bytes)
    const total = sheets.reduce((sum, sheet) => sum + sheet.mismatches.length, 0)
    const codes = new MismatchCodes(study)
    const { catalog } = study.write
    const report: Output<'mismatches.import'> = {
      sheets: [],
      mismatches: total,
      instances: 0,
      createdCodes: codes.created,
      skipped: [...skipped],
    }
    const first = catalog.totals().mismatches
    let done = 0
    for (const { sheet, interview, mismatches } of sheets) {
      let instances = 0
      for (const { reference, instances: given, row: _, ...mismatch } of mismatches) {
        if (catalog.hasMismatch(reference)) {
          throw new AxialError('already-imported', { name: file.name, detail: `${sheet}, ${reference}` })
        }
        const resolved = given.map((instance) => codes.resolve(instance))
        const id = study.newId('mismatch')
        const position = first + done
        catalog.addMismatch({ id, reference, interview, ...mismatch, codes: resolved, position }, study.world.newId)
        done++
        instances += resolved.length
        await task.step({ done, total, what: `${sheet}, ${reference}` })
      }
      report.sheets.push({ sheet, mismatches: mismatches.length, instances })
      report.instances += instances
    }
    return report
  })
}

/** Finds the codes that a workbook's instances name, and creates those the codebook lacks. */
class MismatchCodes {
  readonly created: string[] = []
  readonly #study: OpenStudy
  readonly #codes: Code[]

  constructor(study: OpenStudy) {
    this.#study = study
    // A retired code is meant only where no other has the name.
    this.#codes = study.write.codes.all().toSorted((a, b) => Number(a.retired) - Number(b.retired))
  }

  resolve({ category, subcategory }: ReadInstance): CodeId {
    if (category === null) return this.#withoutCategory(subcategory ?? '').id
    const parent = this.#category(category)
    if (subcategory === null) return parent.id
    const wanted = foldName(subcategory)
    const known = this.#codes.find((code) => code.parentId === parent.id && foldName(code.name) === wanted)
    return (known ?? this.#create({ name: subcategory, parent, abbreviation: null })).id
  }

  /** A subcategory named alone means the one code of the mismatch taxonomy that has its name, or a code of its own. */
  #withoutCategory(name: string): Code {
    const wanted = foldName(name)
    const named = this.#codes.filter((code) => code.taxonomy === 'ml-mismatch' && foldName(code.name) === wanted)
    const [only] = named
    const known =
      named.length === 1 ? only : this.#codes.find((code) => code.parentId === null && foldName(code.name) === wanted)
    return known ?? this.#create({ name, parent: null, abbreviation: null })
  }

  #category({ abbreviation, name }: NonNullable<ReadInstance['category']>): Code {
    const wanted = foldName(name)
    const roots = this.#codes.filter((code) => code.parentId === null)
    // A study with several taxonomies may have two roots of one name; the mismatch taxonomy's is the one meant.
    const named = roots.filter((code) => foldName(code.name) === wanted)
    const known =
      named.find((code) => code.taxonomy === 'ml-mismatch') ??
      roots.find((code) => abbreviation !== null && code.abbreviation === abbreviation) ??
      named[0]
    return known ?? this.#create({ name, parent: null, abbreviation })
  }

  #create({ name, parent, abbreviation }: { name: string; parent: Code | null; abbreviation: string | null }): Code {
    const code: Code = { ...newCode(this.#study, this.#codes, { name, parent }), abbreviation }
    this.#study.write.codes.add(code)
    this.#codes.push(code)
    this.created.push(pathOf(codebookOf(this.#codes), code.id).join(PATH_SEPARATOR))
    return code
  }
}

function importQualityIssues(
  study: OpenStudy,
  { file, coderId }: ParsedInput<'qualityIssues.import'>,
): Output<'qualityIssues.import'> {
  const issues = parseQualityIssues(file.name, decodeText(file.name, file.bytes).text)
  const { catalog } = study.write
  const twice = issues.find(({ reference }) => catalog.hasQualityIssue(reference))
  if (twice !== undefined) throw new AxialError('already-imported', { name: file.name, detail: twice.reference })
  const first = catalog.qualityIssues().length
  study.act({ action: 'qualityIssues.import', detail: file.name, coderId }, () => {
    issues.forEach((issue, index) =>
      catalog.addQualityIssue({ id: study.newId('quality-issue'), ...issue }, first + index, study.world.newId),
    )
  })
  return { issues: issues.length }
}
