/**
 * The vocabulary of agreement between coders. The value of a unit for a coder is the set of codes whose codings
 * overlap it; the empty set is a value. Codes are strings here (ids or labels): arithmetic does not care which.
 */
export type CodeSet = ReadonlySet<string>

/** One unit, or `weight` units that both coders coded alike: figures depend only on how often each pair of sets occurs. */
export interface UnitPair {
  readonly first: CodeSet
  readonly second: CodeSet
  /** How many units: a whole number, 1 or more. */
  readonly weight: number
}

/** One unit with the values of all coders who went through it, or `weight` units with the same values. */
export interface UnitValues {
  readonly values: readonly CodeSet[]
  /** How many units: a whole number, 1 or more. */
  readonly weight: number
}

/** Why a figure is undefined. */
export const UNDEFINED = [
  'no-units',
  'expected-agreement-is-one',
  'expected-disagreement-is-zero',
  'no-codes',
  'no-defined-kappa',
  /** Fleiss' kappa asks for the same number of ratings of every unit, two or more. */
  'unequal-ratings',
  /** Unitizing is of codings alone: screenings are of segments that are given. */
  'no-spans',
  /** Spans are matched two coders at a time. */
  'only-for-pairs',
] as const
export type Undefined = (typeof UNDEFINED)[number]

export type Figure = { readonly value: number } | { readonly value: null; readonly reason: Undefined }

/** A 2×2 table of present/absent: both coders, only the first, only the second, neither. */
export interface TwoByTwo {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** The figures of two coders that their units give. */
export const PAIR_FIGURES = [
  'codedAgreement',
  'kappaCoded',
  'kappaPooled',
  'kappaMean',
  'alphaNominal',
  'alphaJaccard',
  'alphaMasi',
] as const
export type PairFigureName = (typeof PAIR_FIGURES)[number]

/** All figures of two coders: those of units, and the one that needs none. */
export const FIGURES = [...PAIR_FIGURES, 'alphaUnitizing'] as const
export type FigureName = (typeof FIGURES)[number]

/** The figures of all coders together that their units give. */
export const GROUP_UNIT_FIGURES = [
  'codedAgreement',
  'fleissCoded',
  'fleissSets',
  'alphaCoded',
  'alphaNominal',
  'alphaJaccard',
  'alphaMasi',
] as const
export type GroupUnitFigureName = (typeof GROUP_UNIT_FIGURES)[number]

export const GROUP_FIGURES = [...GROUP_UNIT_FIGURES, 'alphaUnitizing'] as const
export type GroupFigureName = (typeof GROUP_FIGURES)[number]

/** What figures leave out, and why. */
export const LEFT_OUT = [
  /** Turns of a coder's file that matched no turn of the transcript. */
  'unaligned-turns',
  /** Codings that touch no unit: they lie between turns, or outside all segments. */
  'outside-units',
  /** Codes whose kappa is undefined, left out of the mean kappa. */
  'codes-without-kappa',
  /** Segments that a coder did not screen. */
  'not-screened',
  /** Segments that a coder began to screen but did not decide. */
  'undecided',
  /** Segments that not all who are compared included: they have no instances to compare. */
  'not-included',
  /** Units that only one coder went through. */
  'one-coder',
] as const
export type LeftOutReason = (typeof LEFT_OUT)[number]

/** Why a figure has no interval: it is undefined; none was asked for; too few of the resamples define it. */
export const WITHOUT_INTERVAL = ['figure-undefined', 'no-resamples', 'resamples-undefined'] as const
export type WithoutInterval = (typeof WITHOUT_INTERVAL)[number]
