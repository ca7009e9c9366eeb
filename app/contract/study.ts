import { z } from 'zod'
import { coder, count, id, nothing, round, taxonomyKey } from './values.ts'
import { read, session, write } from './procedure.ts'

const studyInfo = z.object({
  title: z.string(),
  transcripts: count,
  turns: count,
  words: count,
  participants: count,
  coders: count,
  codes: count,
  codings: count,
  mismatches: count,
  instances: count,
  surveys: z.array(z.object({ name: z.string(), respondents: count, items: count })),
  encrypted: z.boolean(),
})
export type StudyInfo = z.infer<typeof studyInfo>

export const openStudy = z.object({ path: z.string(), title: z.string(), encrypted: z.boolean() })
export type OpenStudy = z.infer<typeof openStudy>

const studyFile = z.object({ path: z.string(), name: z.string(), modifiedAt: z.iso.datetime() })

export const studyProcedures = {
  'workspace.status': session(
    nothing,
    z.object({ open: openStudy.nullable(), folder: z.string(), version: z.string() }),
  ),
  'workspace.studies': session(nothing, z.array(studyFile)),
  'workspace.open': session(z.object({ path: z.string().min(1), passphrase: z.string().optional() }), openStudy),
  'workspace.create': session(
    z.object({
      /** A path, or a bare name: then it is put into the studies folder. `.axial` is added when absent. */
      path: z.string().min(1),
      title: z.string().optional(),
      taxonomies: z.array(taxonomyKey).default([]),
      /** Name of the first coder, when someone is going to code here. */
      coder: z.string().optional(),
      passphrase: z.string().optional(),
    }),
    openStudy,
  ),
  'workspace.close': session(nothing, nothing),

  /** With a viewer, codings are those the viewer may see; without, the file is its holder's, and all are counted. */
  'study.info': read(z.object({ coderId: id('coder').optional() }), studyInfo),
  'study.rename': write(z.object({ title: z.string(), coderId: id('coder').optional() }), nothing),
  /** What the Study screen shows: per transcript how far the coding has come, and what to do next. */
  'study.progress': read(
    z.object({ coderId: id('coder') }),
    z.object({
      transcripts: z.array(
        z.object({
          id: id('transcript'),
          name: z.string(),
          turns: count,
          /** Turns with at least one coding that the viewer may see, by coder name. */
          coded: z.array(z.object({ coder: z.string(), round: z.string(), turns: count, codings: count })),
        }),
      ),
      nextStep: z.enum([
        'import-transcripts',
        'create-codes',
        'code',
        'second-coder',
        'open-round',
        'agreement',
        'catalog',
        'survey',
        'export',
      ]),
    }),
  ),

  'coders.list': read(nothing, z.array(coder)),
  /** `coderId` is who adds it, to whose undo it belongs; nobody's for the first coder of a study. */
  'coders.create': write(
    z.object({ name: z.string(), kind: z.enum(['coder', 'moderator']), coderId: id('coder').optional() }),
    coder,
  ),
  'rounds.list': read(nothing, z.array(round)),
  'rounds.create': write(
    z.object({ name: z.string(), kind: z.enum(['independent', 'moderated']), coderId: id('coder').optional() }),
    round,
  ),
  /** Ends the blindness of a round; only a moderator may. */
  /** `without`: why packets that came in and are not merged are left out, which the history keeps. Needed where there are any. */
  'rounds.open': write(
    z.object({ roundId: id('round'), coderId: id('coder'), without: z.string().default('') }),
    round,
  ),
} as const
