import { z } from 'zod'
import { FIGURES } from '../../domain/agreement/figures.ts'
import { count, id } from './values.ts'
import { long, read } from './procedure.ts'

export const unit = z.enum(['turn', 'sentence', 'character'])
export type UnitName = z.infer<typeof unit>

const figure = z.number().nullable()
const figureName = z.enum(FIGURES)

const comparison = z.object({
  transcript: z.string(),
  round: z.string(),
  coders: z.tuple([z.string(), z.string()]),
  units: count,
  /** How many codes at least one of the two used. */
  codes: count,
  /** Units that at least one coder coded, and each of the two; the rest of `units` is uncoded. */
  coded: z.object({ either: count, first: count, second: count, uncodedShare: figure }),
  codedAgreement: figure,
  kappaCoded: figure,
  kappaPooled: figure,
  kappaMean: figure,
  alphaJaccard: figure,
  alphaMasi: figure,
  /** 95 % percentile bootstrap over units; a figure that is undefined has no interval. */
  intervals: z.partialRecord(figureName, z.tuple([z.number(), z.number()])),
  /** Why a figure is null. */
  reasons: z.partialRecord(figureName, z.string()),
  perCode: z.array(
    z.object({
      code: z.string(),
      both: count,
      onlyFirst: count,
      onlySecond: count,
      neither: count,
      kappa: figure,
      reason: z.string().nullable(),
    }),
  ),
  /** Turns of either coder's file that could not be matched to the transcript, so that their codes are not compared. */
  unaligned: z.array(
    z.object({
      coder: z.string(),
      number: count,
      speaker: z.string().nullable(),
      text: z.string(),
      codes: z.array(z.string()),
    }),
  ),
})
export type Comparison = z.infer<typeof comparison>

export const agreement = z.object({ unit, seed: z.int(), comparisons: z.array(comparison) })
export type Agreement = z.infer<typeof agreement>

export const agreementQuestion = z.object({
  /** Transcript names; all when empty. */
  transcripts: z.array(z.string()).default([]),
  /** Two coder names, in the order in which they are to stand; all pairs when absent. */
  coders: z.tuple([z.string(), z.string()]).optional(),
  unit: unit.default('turn'),
  seed: z.int().default(1),
  /** Bootstrap resamples; 0 leaves the intervals out. */
  resamples: z.int().min(0).max(10_000).default(1000),
  /** Who looks: a coder is refused a blind round. Absent on the command line, which belongs to whoever holds the file. */
  coderId: id('coder').optional(),
})

export const agreementProcedures = {
  /** Every pair of coders who both coded a transcript in the same independent round. */
  'agreement.compute': long(read(agreementQuestion, agreement)),
} as const
