import type { CodeId, MismatchId, QualityIssueId } from './ids.ts'

/** Up to this many (category, subcategory) pairs are given to a mismatch (Lewis et al. 2021, section II). */
export const MAX_INSTANCES = 3

/** One (category, subcategory) pair of a mismatch. `codeId` is the subcategory, or the category where there is none. */
export interface Instance {
  readonly codeId: CodeId
  readonly category: { readonly id: CodeId; readonly code: string; readonly name: string }
  /** Null when only the category was given. */
  readonly subcategory: string | null
}

export interface Mismatch {
  readonly id: MismatchId
  /** Stable, readable and unique in the study, such as M01-03. */
  readonly reference: string
  /** The interview it came from, as the study names it. */
  readonly interview: string
  readonly quote: string
  readonly description: string
  readonly information: string
  readonly instances: readonly Instance[]
}

export const PHASES = [
  'data-collection',
  'data-preparation',
  'model-evaluation',
  'model-deployment',
  'model-maintenance',
] as const
export type Phase = (typeof PHASES)[number]

export const FACETS = ['symptom', 'root-cause', 'consequence', 'mitigation'] as const
export type Facet = (typeof FACETS)[number]

export interface QualityIssue {
  readonly id: QualityIssueId
  /** Stable, readable and unique in the study, such as Q02. */
  readonly reference: string
  readonly name: string
  readonly description: string
  readonly phase: Phase
  readonly facets: readonly { readonly facet: Facet; readonly text: string }[]
  readonly evidence: readonly { readonly interview: string; readonly quote: string }[]
}

export interface SubcategoryCount {
  readonly name: string
  readonly count: number
  readonly percent: number
}

export interface CategoryCount {
  readonly code: string
  readonly name: string
  readonly count: number
  readonly percent: number
  readonly subcategories: readonly SubcategoryCount[]
}

/**
 * Instances counted by category and subcategory, most frequent first (ties by code, then name). Percents are of all
 * instances, unrounded, 0 to 100. Every category passed in `categories` is present, with zero where it has none. A
 * category is told by its code and its name together: one without a short form of its own has its name as its code, and
 * that may be another's short form.
 */
export function prevalence(
  mismatches: readonly Mismatch[],
  categories: readonly { readonly code: string; readonly name: string; readonly subcategories: readonly string[] }[],
): readonly CategoryCount[] {
  const total = mismatches.reduce((sum, mismatch) => sum + mismatch.instances.length, 0)
  const percent = (count: number) => (total === 0 ? 0 : (100 * count) / total)
  interface Entry {
    readonly code: string
    readonly name: string
    readonly subcategories: Map<string, number>
    count: number
  }
  const counts = new Map<string, Entry>()
  const keyOf = ({ code, name }: { readonly code: string; readonly name: string }) => `${code}\n${name}`
  for (const category of categories) {
    const subcategories = new Map(category.subcategories.map((label) => [label, 0]))
    counts.set(keyOf(category), { code: category.code, name: category.name, count: 0, subcategories })
  }
  for (const { category, subcategory } of mismatches.flatMap((mismatch) => mismatch.instances)) {
    const { code, name } = category
    const entry: Entry = counts.get(keyOf(category)) ?? { code, name, count: 0, subcategories: new Map() }
    entry.count++
    if (subcategory !== null) entry.subcategories.set(subcategory, (entry.subcategories.get(subcategory) ?? 0) + 1)
    counts.set(keyOf(category), entry)
  }
  return [...counts.values()]
    .map(({ code, name, count, subcategories }) => ({
      code,
      name,
      count,
      percent: percent(count),
      subcategories: [...subcategories]
        .map(([label, n]) => ({ name: label, count: n, percent: percent(n) }))
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en')),
    }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code, 'en') || a.name.localeCompare(b.name, 'en'))
}
