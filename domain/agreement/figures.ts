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

/** Why a figure is undefined. */
export type Undefined =
  | 'no-units'
  | 'expected-agreement-is-one'
  | 'expected-disagreement-is-zero'
  | 'no-codes'
  | 'no-defined-kappa'
  /** Fleiss' kappa asks for the same number of ratings of every unit, two or more. */
  | 'unequal-ratings'

export type Figure = { readonly value: number } | { readonly value: null; readonly reason: Undefined }

/** A 2×2 table of present/absent: both coders, only the first, only the second, neither. */
export interface TwoByTwo {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

export const FIGURES = [
  'codedAgreement',
  'kappaCoded',
  'kappaPooled',
  'kappaMean',
  'alphaJaccard',
  'alphaMasi',
] as const
export type FigureName = (typeof FIGURES)[number]
