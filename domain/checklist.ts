import { evidenceOf, type CatalogEntry, type Evidence } from './evidence.ts'
import { matchLabel } from './text/label-match.ts'
import type { LikertSummary } from './survey/survey.ts'
import type { ElementAttribute, SystemElement } from './system-element.ts'

/** With fewer answers than this a figure is marked as resting on few people. */
export const FEW_ANSWERS = 5

/** How important one role finds it to share what is behind a subcategory. */
export interface Rating {
  /** The survey item, as the questionnaire words it. */
  readonly item: string
  /** Answers at the top of the scale, of `n` answers; `percent` is null when nobody answered. */
  readonly count: number
  readonly percent: number | null
  readonly n: number
  readonly mean: number | null
  /** Whether fewer than FEW_ANSWERS people answered. */
  readonly few: boolean
}

export interface ChecklistEntry {
  readonly attribute: ElementAttribute
  readonly evidence: Evidence
  /** Null in the checklist for everyone, and where the survey did not ask about it. */
  readonly rating: Rating | null
}

export interface ChecklistSection {
  readonly element: SystemElement
  readonly evidence: Evidence
  readonly entries: readonly ChecklistEntry[]
}

export interface Checklist {
  /** Whom it is for; null for everyone. */
  readonly role: { readonly survey: string; readonly name: string } | null
  readonly sections: readonly ChecklistSection[]
  /** Survey items that no line of the checklist could take, most important first, each with why. */
  readonly unmatched: readonly { readonly rating: Rating; readonly reason: 'unknown' | 'ambiguous' | 'taken' }[]
}

/** A survey's summary, grouped by role; without groups it gives no checklist. */
export interface RatedSurvey {
  readonly name: string
  readonly items: readonly {
    readonly id: string
    readonly label: string
    readonly groups: readonly (Pick<LikertSummary, 'n' | 'top' | 'mean'> & { readonly group: string })[]
  }[]
}

/** The checklist for everyone: elements, and within them subcategories, by number of instances, most first. */
export function checklistForAll(elements: readonly SystemElement[], items: readonly CatalogEntry[]): Checklist {
  return { role: null, sections: sectionsOf(elements, items, new Map()), unmatched: [] }
}

/**
 * A checklist for each group of each survey. Within an element the lines stand by the role's top-box percent, then by
 * its mean, highest first; lines the survey did not ask about follow, by number of instances. Elements stand by their
 * first line, in the same way.
 */
export function checklistsByRole(
  elements: readonly SystemElement[],
  items: readonly CatalogEntry[],
  surveys: readonly RatedSurvey[],
): readonly Checklist[] {
  return surveys.flatMap((survey) => {
    const roles = new Set(survey.items.flatMap((item) => item.groups.map((group) => group.group)))
    return [...roles].map((role) => checklistForRole(elements, items, survey, role))
  })
}

function checklistForRole(
  elements: readonly SystemElement[],
  items: readonly CatalogEntry[],
  survey: RatedSurvey,
  role: string,
): Checklist {
  const ratings = new Map<ElementAttribute, Rating>()
  const unmatched: Checklist['unmatched'][number][] = []
  for (const item of survey.items) {
    const group = item.groups.find((candidate) => candidate.group === role)
    if (group === undefined) continue
    const rating = ratingOf(item.label, group)
    const match = matchLabel(elements, item.label)
    if (match.kind !== 'found') unmatched.push({ rating, reason: match.kind })
    else if (ratings.has(match.attribute)) unmatched.push({ rating, reason: 'taken' })
    else ratings.set(match.attribute, rating)
  }
  return {
    role: { survey: survey.name, name: role },
    sections: sectionsOf(elements, items, ratings),
    unmatched: unmatched.sort((a, b) => compareRatings(a.rating, b.rating)),
  }
}

function ratingOf(item: string, { n, top, mean }: Pick<LikertSummary, 'n' | 'top' | 'mean'>): Rating {
  return { item, count: top.count, percent: top.percent, n, mean, few: n < FEW_ANSWERS }
}

function sectionsOf(
  elements: readonly SystemElement[],
  items: readonly CatalogEntry[],
  ratings: ReadonlyMap<ElementAttribute, Rating>,
): readonly ChecklistSection[] {
  return elements
    .map((element) => ({
      element,
      evidence: evidenceOf(items, element.code),
      entries: element.attributes
        .map((attribute) => ({
          attribute,
          evidence: evidenceOf(items, element.code, attribute.name),
          rating: ratings.get(attribute) ?? null,
        }))
        .sort((a, b) => compareRatings(a.rating, b.rating) || b.evidence.instances - a.evidence.instances),
    }))
    .sort(
      (a, b) =>
        compareRatings(a.entries[0]?.rating ?? null, b.entries[0]?.rating ?? null) ||
        b.evidence.instances - a.evidence.instances,
    )
}

/** Highest top-box percent first, then highest mean; a rating nobody gave stands last. */
function compareRatings(a: Rating | null, b: Rating | null): number {
  return orderedDown(a?.percent ?? null, b?.percent ?? null) || orderedDown(a?.mean ?? null, b?.mean ?? null)
}

function orderedDown(a: number | null, b: number | null): number {
  return (b ?? -1) - (a ?? -1)
}
