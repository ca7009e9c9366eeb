import { z } from 'zod'
import { count, id, nothing } from './values.ts'
import { subject } from './agreement.ts'
import { long, read } from './procedure.ts'

const figure = z.number().nullable()

const frozenFigure = z.object({
  name: z.string(),
  value: figure,
  reason: z.string().nullable(),
  n: count,
  /** 95 %, percentile bootstrap; null where there is none. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
})

const frozenComparison = z.object({
  subject,
  /** Null: over all transcripts of the round. */
  transcript: z.string().nullable(),
  /** Two, or all of them together. */
  coders: z.array(z.string()),
  units: count,
  codes: count,
  uncodedShare: figure,
  figures: z.array(frozenFigure),
  /** Of two coders; empty of more. */
  perCode: z.array(
    z.object({
      code: z.string(),
      both: count,
      onlyFirst: count,
      onlySecond: count,
      neither: count,
      kappa: figure,
      ac1: figure,
      alpha: figure,
    }),
  ),
  /** Of more; empty of two, and in snapshots of before it was kept. */
  perGroupCode: z.array(
    z.object({
      code: z.string(),
      present: count,
      absent: count,
      everyone: count,
      divided: count,
      differing: count,
      fleiss: figure,
      alpha: figure,
    }),
  ),
  leftOut: z.array(z.object({ reason: z.string(), coder: z.string().nullable(), count })),
})
export type FrozenComparison = z.infer<typeof frozenComparison>

const snapshot = z.object({
  id: id('snapshot'),
  roundId: id('round'),
  round: z.string(),
  unit: z.string(),
  /** Of the unit `overlap`; null otherwise. */
  share: z.number().nullable(),
  seed: z.int(),
  resamples: count,
  /** The named version that the codebook was then equal to; null where it had none. */
  codebookVersion: z.string().nullable(),
  /** Whether every code still says what it said then. */
  isSameCodebook: z.boolean(),
  /** False: the figures are of names as coded, whatever was mapped in harmonising; merges had changed the codings. */
  harmonised: z.boolean(),
  takenAt: z.iso.datetime(),
  takenBy: z.string().nullable(),
  comparisons: z.array(frozenComparison),
})
export type Snapshot = z.infer<typeof snapshot>

export const snapshotProcedures = {
  /** The agreement of each round as it was frozen when its moderation began, oldest first. */
  'snapshots.list': read(nothing, z.array(snapshot)),
  /**
   * The same round with what was decided since counted for all its coders, by turns: of all together where they are three or
   * more, and of every two. 1 by construction once nothing is open; codes count as harmonised, as they do in the review.
   * Intervals are of the snapshot's seed and resamples. Empty while the round is blind, and before its review was started.
   */
  'snapshots.after': long(
    read(
      z.object({ roundId: id('round') }),
      z.array(z.object({ coders: z.array(z.string()), figures: z.array(frozenFigure) })),
    ),
  ),
} as const
