import { z } from 'zod'
import { count, file, id, language, nothing, offset } from './values.ts'
import { long, read, write } from './procedure.ts'

const turn = z.object({
  number: count,
  speaker: z.string().nullable(),
  seconds: z.number().nullable(),
  start: offset,
  end: offset,
})

const listedTranscript = z.object({
  id: id('transcript'),
  /** Which of its texts is the present one: another one after a correction. */
  revisionId: id('revision'),
  name: z.string(),
  sourceName: z.string(),
  language: language.nullable(),
  participant: z.string().nullable(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  turns: count,
  words: count,
  importedAt: z.iso.datetime(),
})
export type ListedTranscript = z.infer<typeof listedTranscript>

const transcriptImport = z.object({
  imported: z.array(
    z.object({
      id: id('transcript'),
      name: z.string(),
      turns: count,
      words: count,
      language: language.nullable(),
      encoding: z.string(),
      speakers: z.array(z.string()),
      /** Lines that had no label and were kept as the previous speaker's. */
      unlabelled: count,
    }),
  ),
})
export type TranscriptImport = z.infer<typeof transcriptImport>

const readTranscript = z.object({
  id: id('transcript'),
  revisionId: id('revision'),
  name: z.string(),
  language: language.nullable(),
  text: z.string(),
  turns: z.array(turn),
})
export type ReadTranscript = z.infer<typeof readTranscript>

export const transcriptProcedures = {
  'transcripts.list': read(nothing, z.array(listedTranscript)),
  'transcripts.read': read(z.object({ id: id('transcript') }), readTranscript),
  /** All files or none: one that cannot be read leaves the study as it was. */
  'transcripts.import': long(
    write(
      z.object({
        files: z.array(file).min(1),
        participant: z.string().optional(),
        role: z.string().optional(),
        organization: z.string().optional(),
        language: language.optional(),
        coderId: id('coder').optional(),
      }),
      transcriptImport,
    ),
  ),
  /** What is left out stays as it was; null says that it is not known. */
  'transcripts.update': write(
    z.object({
      id: id('transcript'),
      name: z.string().optional(),
      participantId: id('participant').nullable().optional(),
      language: language.nullable().optional(),
      coderId: id('coder').optional(),
    }),
    nothing,
  ),
  /** With everyone's codings of it. A coder is refused while another's are blind; the moderator is not. */
  'transcripts.remove': write(z.object({ id: id('transcript'), coderId: id('coder').optional() }), nothing),
} as const
