import { z } from 'zod'
import { FIGURES, GROUP_FIGURES, LEFT_OUT, WITHOUT_INTERVAL } from '../../domain/agreement/figures.ts'
import { SUBJECTS } from '../../domain/agreement/subject.ts'
import { DEFAULT_SHARE } from '../../domain/agreement/span-matching.ts'
import { UNITS } from '../../domain/agreement/units.ts'
import { count, id } from './values.ts'
import { long, read } from './procedure.ts'

/**
 * What is compared. `overlap`: spans of the two coders matched one to one where what they share is at least `share` of
 * what they cover together; a span without its like stands alone, and a turn that no span touches is a unit that neither
 * coded (`domain/agreement/span-matching.ts`).
 */
export const unit = z.enum(UNITS)
export type UnitName = z.infer<typeof unit>

/**
 * What of the coders' work is compared. `codings`: the set of codes of each unit. `screenings`: of each segment, whether
 * it was included as a mismatch. `instances`: of each segment that both included, the set of its instances. The last two
 * are always by segment.
 */
export const subject = z.enum(SUBJECTS)

/**
 * Whose units stand in one comparison: those of one transcript; of all transcripts of a round, stacked; of all transcripts
 * and rounds that were coded with one version of the codebook; of all there are.
 */
export const SCOPES = ['transcript', 'round', 'version', 'all'] as const
export const scope = z.enum(SCOPES)

const figure = z.number().nullable()
const interval = z.tuple([z.number(), z.number()])
const figureName = z.enum(FIGURES)
const groupFigureName = z.enum(GROUP_FIGURES)

/** How many things were left out and why. `coder`: whose they are; null where they are nobody's alone. */
const leftOut = z.object({ reason: z.enum(LEFT_OUT), coder: z.string().nullable(), count })

const withoutInterval = z.enum(WITHOUT_INTERVAL)

const codebook = z.object({
  /** The one named version in force while all that is compared was coded; null where that cannot be said. */
  version: z.string().nullable(),
  /** Why not: no version was named before; it changed while they coded; imported codings do not tell when they were made. */
  reason: z.enum(['no-version', 'several-versions', 'imported', 'nothing-coded']).nullable(),
})

/** Turns of a coder's file that could not be matched to the transcript, so that their codes are not compared. */
const unaligned = z.array(
  z.object({
    coder: z.string(),
    number: count,
    speaker: z.string().nullable(),
    text: z.string(),
    codes: z.array(z.string()),
  }),
)

const where = {
  /** Its name; null where several are stacked. */
  transcript: z.string().nullable(),
  /** The names of all whose units are compared. */
  transcripts: z.array(z.string()),
  /** Its name; null where several rounds are stacked, or two are compared. */
  round: z.string().nullable(),
  codebook,
  /**
   * Codes that are used in it and were mapped to another one in harmonising. Where the question says `harmonised` they count
   * as that one; else each counts as itself, and the figures are of names as coded.
   */
  mappedCodes: count,
  /**
   * Codes that were merged, in harmonising, into ones used in it: their codings carry the code that stayed, so that no figure
   * is of the names from before.
   */
  mergedCodes: count,
}

const comparison = z.object({
  ...where,
  /** Two coders; one and the same twice where two of their rounds are compared. */
  coders: z.tuple([z.string(), z.string()]),
  /** The round of each side: the same twice, but where two rounds of one coder are compared; null where several are stacked. */
  rounds: z.tuple([z.string().nullable(), z.string().nullable()]),
  units: count,
  /** How many codes at least one of the two used. */
  codes: count,
  /** Units that at least one coder coded, and each of the two; the rest of `units` is uncoded. */
  coded: z.object({ either: count, first: count, second: count, uncodedShare: figure }),
  codedAgreement: figure,
  kappaCoded: figure,
  kappaPooled: figure,
  kappaMean: figure,
  alphaNominal: figure,
  alphaJaccard: figure,
  alphaMasi: figure,
  alphaUnitizing: figure,
  /**
   * What each figure rests on: units; of the pooled kappa, unit × code cells; of the mean kappa, codes whose kappa is
   * defined; of the unitizing alpha, characters of the turns' words.
   */
  n: z.record(figureName, count),
  /** 95 % percentile bootstrap over units (over turns for the unitizing alpha); a figure that is undefined has none. */
  intervals: z.partialRecord(figureName, interval),
  /** Why a figure has no interval. */
  withoutInterval: z.partialRecord(figureName, withoutInterval),
  /** Why a figure is null. */
  reasons: z.partialRecord(figureName, z.string()),
  perCode: z.array(
    z.object({
      code: z.string(),
      both: count,
      onlyFirst: count,
      onlySecond: count,
      neither: count,
      /** Share of all unit × code cells in which the two differ, 0 to 1, that are this code's; null where they differ nowhere. */
      cost: figure,
      /** Share of units, 0 to 1, in which both have the code or neither has. */
      agreement: figure,
      kappa: figure,
      /** Why kappa is null. */
      reason: z.string().nullable(),
      /** Gwet's AC1. */
      ac1: figure,
      /** Krippendorff's alpha, nominal, on present or absent. */
      alpha: figure,
      alphaReason: z.string().nullable(),
      /** Of kappa; null where it has none. */
      interval: interval.nullable(),
      agreementInterval: interval.nullable(),
      ac1Interval: interval.nullable(),
      alphaInterval: interval.nullable(),
    }),
  ),
  leftOut: z.array(leftOut),
  unaligned,
})
export type Comparison = z.infer<typeof comparison>

/** All coders who went through the same transcripts in a round, together; units that only some of them saw are welcome. */
const group = z.object({
  ...where,
  coders: z.array(z.string()),
  /** Units that two coders or more went through: the only ones that tell of agreement. */
  units: count,
  /** How many values they have in all: one of each coder who went through a unit. */
  values: count,
  /** Pairs of readings: any two of those who went through a unit, over all units. */
  pairs: count,
  codes: count,
  /** Units that at least one coder coded; the share of units, 0 to 1, that none did. */
  coded: z.object({ any: count, uncodedShare: figure }),
  /** Share of all pairs of values of one unit, 0 to 1, that are both coded or both not. */
  codedAgreement: figure,
  /** Fleiss' kappa on coded or not, and on the sets of codes as categories. */
  fleissCoded: figure,
  fleissSets: figure,
  alphaCoded: figure,
  alphaNominal: figure,
  alphaJaccard: figure,
  alphaMasi: figure,
  alphaUnitizing: figure,
  n: z.record(groupFigureName, count),
  intervals: z.partialRecord(groupFigureName, interval),
  withoutInterval: z.partialRecord(groupFigureName, withoutInterval),
  reasons: z.partialRecord(groupFigureName, z.string()),
  perCode: z.array(
    z.object({
      code: z.string(),
      /** Values that have the code, of `values`. */
      present: count,
      absent: count,
      /** Units that all who went through them gave the code, and that some gave it and others did not. */
      everyone: count,
      divided: count,
      /** Pairs of readings, of `pairs`, of which one has the code and the other has not. */
      differing: count,
      /** Share of all pairs of readings that differ on a code, 0 to 1, that are this code's; null where none does. */
      cost: figure,
      fleiss: figure,
      fleissReason: z.string().nullable(),
      alpha: figure,
      alphaReason: z.string().nullable(),
      fleissInterval: interval.nullable(),
      alphaInterval: interval.nullable(),
    }),
  ),
  leftOut: z.array(leftOut),
})
export type GroupComparison = z.infer<typeof group>

export const agreement = z.object({
  unit,
  /** The least share of overlap; null where the unit is another. */
  share: z.number().nullable(),
  subject,
  scope,
  between: z.enum(['coders', 'rounds']),
  /** Whether codes that were mapped count as one. */
  harmonised: z.boolean(),
  seed: z.int(),
  resamples: count,
  /** Of the scope `round` in the order of rounds, as are `groups`. Empty where the question leaves pairs out. */
  comparisons: z.array(comparison),
  /** One for each scope; empty unless asked for. */
  groups: z.array(group),
  /** Transcripts in rounds that only one coder went through, so that nothing can be compared. */
  alone: z.array(z.object({ transcript: z.string(), round: z.string(), coder: z.string() })),
})
export type Agreement = z.infer<typeof agreement>

export const agreementQuestion = z.object({
  /** Transcript names; all when empty. */
  transcripts: z.array(z.string()).default([]),
  /** Names of rounds; all independent ones when empty. */
  rounds: z.array(z.string()).default([]),
  /** Two coder names, in the order in which they are to stand; all pairs when absent. */
  coders: z.tuple([z.string(), z.string()]).optional(),
  unit: unit.default('turn'),
  /** Of the unit `overlap`: the least share, above 0 to 1, of what two spans cover together that they must share. */
  share: z.number().gt(0).max(1).default(DEFAULT_SHARE),
  subject: subject.default('codings'),
  scope: scope.default('transcript'),
  /** `rounds`: each coder with themself, one round against another (intra-coder agreement). */
  between: z.enum(['coders', 'rounds']).default('coders'),
  /**
   * Whether codes count as what they were mapped to in harmonising their round, when it is open; of one coder in two rounds,
   * in harmonising any open round. Without it each code counts as itself.
   */
  harmonised: z.boolean().default(false),
  /** Whether the coders are compared all together too. */
  group: z.boolean().default(false),
  /** Whether they are compared two by two: of five coders there are ten pairs, which nobody asks for who asks for all together. */
  pairs: z.boolean().default(true),
  seed: z.int().default(1),
  /** Bootstrap resamples; 0 leaves the intervals out. */
  resamples: z.int().min(0).max(10_000).default(1000),
  /** Who looks: a coder is refused a blind round. Absent on the command line, which belongs to whoever holds the file. */
  coderId: id('coder').optional(),
})

export const agreementProcedures = {
  /** Every pair of coders who both coded a transcript in the same independent round; all of them together where asked. */
  'agreement.compute': long(read(agreementQuestion, agreement)),
} as const
