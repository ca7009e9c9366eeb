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
  /** Which of the two used it. */
  cell: z.enum(CELLS),
  /** The paths of all codes that each of them gave the unit. */
  first: z.array(z.string()),
  second: z.array(z.string()),
})
export type ComparedPassage = z.infer<typeof comparedPassage>

export const comparedPassageProcedures = {
  /** The units behind a code's 2×2 table of two coders, or of one coder in two rounds: in the order of the transcripts. */
  'comparedPassages.list': read(
    z.object({
      /** Transcript names; all when empty. */
      transcripts: z.array(z.string()).default([]),
      /** Names of rounds; all independent ones when empty. For one coder against themself: the two, in order. */
      rounds: z.array(z.string()).default([]),
      /** In the order in which they stand; the same name twice for one coder in two rounds. */
      coders: z.tuple([z.string(), z.string()]),
      /** The code's path. */
      code: z.string(),
      cells: z.array(z.enum(CELLS)).default(['onlyFirst', 'onlySecond']),
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
      /** What the other coder used where one alone used the code, the most frequent first. */
      instead: z.array(z.object({ code: z.string(), units: count })),
      passages: z.array(comparedPassage),
    }),
  ),
} as const
