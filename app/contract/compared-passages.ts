import { z } from 'zod'
import { CELLS } from '../../domain/agreement/compared-units.ts'
import { count, id, passage } from './values.ts'
import { read } from './procedure.ts'

/** Units whose words can be shown one by one. What is compared by character or by overlap of spans is shown by turn. */
export const SHOWN_UNITS = ['turn', 'sentence', 'segment'] as const
export type ShownUnit = (typeof SHOWN_UNITS)[number]

const comparedPassage = z.object({
  /** The words of whoever used the code. */
  passage,
  round: z.string(),
  /** Which of the coders used it. */
  cell: z.enum(CELLS),
  /** The paths of all codes that each coder who went through it gave the unit, in the order asked for. */
  readings: z.array(z.object({ coder: z.string(), codes: z.array(z.string()) })),
})
export type ComparedPassage = z.infer<typeof comparedPassage>

export const comparedPassageProcedures = {
  /**
   * The units behind what two coders, one coder in two rounds, or more coders together did with a code: in the order of the
   * transcripts. Of more than two, those count who went through the transcript in the round, two at least.
   */
  'comparedPassages.list': read(
    z.object({
      /** Transcript names; all when empty. */
      transcripts: z.array(z.string()).default([]),
      /** Names of rounds; all independent ones when empty. For one coder against themself: the two, in order. */
      rounds: z.array(z.string()).default([]),
      /** In the order in which they stand; the same name twice for one coder in two rounds. */
      coders: z.array(z.string()).min(2),
      /** The code's path. */
      code: z.string(),
      /** All in which they differ when absent. */
      cells: z.array(z.enum(CELLS)).default(['onlyFirst', 'onlySecond', 'divided']),
      unit: z.enum(SHOWN_UNITS).default('turn'),
      /** Whether codes count as what they were mapped to, as in `agreement.compute`. */
      harmonised: z.boolean().default(false),
      offset: count.default(0),
      limit: z.int().min(1).max(200).default(20),
      /** Who looks. Absent on the command line, which belongs to whoever holds the file. */
      coderId: id('coder').optional(),
    }),
    z.object({
      /** Null where the code is gone from the codebook. */
      code: z
        .object({ id: id('code'), definition: z.string(), inclusion: z.string(), exclusion: z.string() })
        .nullable(),
      /** How many units there are in these cells. */
      total: count,
      /** What those used instead who did not use the code where others did, the most frequent first. */
      instead: z.array(z.object({ code: z.string(), units: count })),
      passages: z.array(comparedPassage),
    }),
  ),
} as const
