import { z } from 'zod'
import { count, file, id } from './values.ts'
import { long, read } from './procedure.ts'

const codedTranscriptOptions = z.object({
  transcriptId: id('transcript'),
  format: z.enum(['html', 'docx']),
  language: z.enum(['en', 'fr']).default('en'),
  /** Whose codings, of which rounds and of which codes (with the codes within them); all that may be seen when not given. */
  coders: z.array(id('coder')).optional(),
  rounds: z.array(id('round')).optional(),
  codes: z.array(id('code')).optional(),
  memos: z.boolean().default(false),
  speakers: z.boolean().default(true),
  stamps: z.boolean().default(true),
  /** Who looks; absent on the command line. */
  coderId: id('coder').optional(),
})

export const codedTranscriptProcedures = {
  /** What the file will hold, before it is written: participants' words are always in it. */
  'codedTranscripts.preview': long(
    read(
      codedTranscriptOptions,
      z.object({
        name: z.string(),
        bytes: count,
        contains: z.string(),
        turns: count,
        codings: count,
        memos: count,
        coders: z.array(z.string()),
      }),
    ),
  ),
  'codedTranscripts.files': long(read(codedTranscriptOptions, z.array(file))),
} as const
