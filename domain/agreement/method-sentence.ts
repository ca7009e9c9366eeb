import type { Language } from '../text/phrase.ts'
import type { FigureName, GroupFigureName, LeftOutReason } from './figures.ts'
import { methodWords, type MethodWords } from './method-words.ts'
import type { Subject } from './subject.ts'
import type { UnitKind } from './units.ts'

export type MethodFigureName = FigureName | GroupFigureName

export interface MethodFigure {
  readonly value: number | null
  /** Why the value is null, as the figures say it. */
  readonly reason: string | null
  /** What it rests on: units, cells, characters. */
  readonly n: number
  /** 95 %; null where there is none. */
  readonly interval: readonly [low: number, high: number] | null
}

/** What a paper has to say of a comparison of coders. */
export interface MethodFacts {
  /** So many coders in the same rounds, or one coder in two rounds. */
  readonly design:
    | { readonly kind: 'coders'; readonly coders: number }
    | { readonly kind: 'rounds'; readonly rounds: readonly [string, string] }
  readonly subject: Subject
  readonly unit: UnitKind
  /** Of the unit `overlap`: the least share, 0 to 1. */
  readonly share: number | null
  readonly transcripts: number
  readonly units: number
  readonly codes: number
  /** Share of units, 0 to 1, that nobody coded. */
  readonly uncodedShare: number | null
  /** The named version of the codebook that they coded with, where there is one. */
  readonly codebookVersion: string | null
  /**
   * Codes of the comparison that were mapped to another one in harmonising, and whether the figures count them as that one or
   * are of names as coded.
   */
  readonly mappedCodes: number
  readonly harmonised: boolean
  /** Codes that had been merged into ones of the comparison, in harmonising. */
  readonly mergedCodes: number
  readonly figures: Readonly<Partial<Record<MethodFigureName, MethodFigure>>>
  readonly seed: number
  readonly resamples: number
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[]
}

/** The figures a paper reports, in their order; those that a comparison has not are passed by. */
const TOLD: Readonly<Record<Subject, readonly MethodFigureName[]>> = {
  codings: ['codedAgreement', 'kappaCoded', 'fleissCoded', 'kappaPooled', 'alphaJaccard', 'alphaMasi'],
  screenings: ['codedAgreement', 'kappaCoded', 'fleissCoded', 'alphaCoded'],
  instances: ['kappaPooled', 'fleissSets', 'alphaJaccard', 'alphaMasi'],
}

/**
 * The passage on agreement for a paper's method section: who coded what and how much of it, on which units, the figures
 * with intervals and n, what is undefined and why, how the intervals were made, and what was left out. Three decimals. Names
 * of coders are not in it.
 */
export function methodSentence(facts: MethodFacts, language: Language): string {
  const words = methodWords[language]
  const { unit, subject } = facts
  // Spans are what unitizing is about: its alpha is told where spans, not given units, are compared.
  const isOfSpans = subject === 'codings' && (unit === 'character' || unit === 'overlap')
  const told = [...TOLD[subject], ...(isOfSpans ? (['alphaUnitizing'] as const) : [])]
  const figures = told.flatMap((name) => {
    const figure = facts.figures[name]
    return figure === undefined ? [] : [{ name, figure }]
  })
  const defined = figures.flatMap(({ name, figure }) =>
    figure.value === null ? [] : [figureText(words, facts, name, figure, figure.value)],
  )
  const undefinedOnes = figures.flatMap(({ name, figure }) =>
    figure.value === null ? [words.undefined(words.figure(name, subject), words.reason(figure.reason ?? ''))] : [],
  )
  const hasInterval = figures.some(({ figure }) => figure.value !== null && figure.interval !== null)
  return [
    words.opening(facts),
    words.basis(facts, facts.uncodedShare === null ? null : words.percent(facts.uncodedShare)),
    facts.mappedCodes > 0 && words.names(facts),
    facts.mergedCodes > 0 && words.merged(facts),
    defined.length > 0 && words.figures(facts.design.kind, defined.join(words.separator)),
    ...undefinedOnes,
    hasInterval && words.intervals(facts),
    words.leftOut(facts.leftOut.filter(({ count }) => count > 0)),
  ]
    .filter((sentence) => sentence !== false && sentence !== '')
    .join(' ')
}

function figureText(
  words: MethodWords,
  { subject, units }: MethodFacts,
  name: MethodFigureName,
  { interval, n }: MethodFigure,
  value: number,
): string {
  const beside = [
    interval !== null && words.interval(words.decimal(interval[0]), words.decimal(interval[1])),
    n !== units && words.n(n),
  ].filter((part) => part !== false)
  const told = `${words.figure(name, subject)}${words.equals}${words.decimal(value)}`
  return beside.length === 0 ? told : `${told} (${beside.join(words.within)})`
}
