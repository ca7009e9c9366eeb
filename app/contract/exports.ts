import { z } from 'zod'
import { agreementQuestion } from './agreement.ts'
import { count, file, id } from './values.ts'
import { long, read } from './procedure.ts'
import { grouping } from './surveys.ts'

export const EXPORTS = ['descriptors', 'checklists', 'catalog', 'codebook', 'survey', 'agreement', 'codings'] as const
const exportKind = z.enum(EXPORTS)
export type ExportKind = z.infer<typeof exportKind>

/** What a file holds, said before it is written: above all whether participants' words are in it. */
const preview = z.object({ name: z.string(), bytes: count, contains: z.string(), quotes: z.boolean() })

const options = z.object({
  kind: exportKind,
  language: z.enum(['en', 'fr']).default('en'),
  /** How survey figures are grouped, for the survey export and for the checklists of roles. */
  grouping: grouping.default({ merge: [], top: 2, seed: 1 }),
  /** What the agreement export compares, and how; blindness holds for exports too. */
  agreement: agreementQuestion.omit({ harmonised: true }).prefault({}),
  /** Which round the codings export holds; all of them when not given. */
  round: id('round').optional(),
  /** Who exports: what is written holds only what the viewer may see. Absent on the command line. */
  coderId: id('coder').optional(),
})

export const exportProcedures = {
  'exports.preview': long(read(options, z.array(preview))),
  /** The files, whole. The shell writes or downloads them. The same study gives the same bytes. */
  'exports.files': long(read(options, z.array(file))),
} as const
