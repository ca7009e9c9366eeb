import { z } from 'zod'
import { coder, count, id, nothing, round, taxonomyKey } from './values.ts'
import { read, session, write } from './procedure.ts'

export const studyInfo = z.object({
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

const openStudy = z.object({ path: z.string(), title: z.string(), encrypted: z.boolean() })
export type OpenStudy = z.infer<typeof openStudy>

const studyFile = z.object({ path: z.string(), name: z.string(), modifiedAt: z.iso.datetime() })

/** Journal entries name their action by the procedure that made it, `codings.apply`; the renderer translates the name. */
const journalEntry = z.object({
  id: count,
  action: z.string(),
  /** What it was about, in the researcher's own words: a code's name, a file's name. */
  detail: z.string(),
  coder: z.string().nullable(),
  at: z.iso.datetime(),
  kind: z.enum(['do', 'undo', 'redo']),
  undone: z.boolean(),
  changes: count,
})
export type JournalEntry = z.infer<typeof journalEntry>

const step = z.object({ action: z.string(), detail: z.string() }).nullable()
const historyState = z.object({ undo: step, redo: step })
export type HistoryState = z.infer<typeof historyState>

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
  'study.rename': write(z.object({ title: z.string() }), nothing),
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
        'agreement',
        'catalog',
        'survey',
        'export',
      ]),
    }),
  ),

  'coders.list': read(nothing, z.array(coder)),
  'coders.create': write(z.object({ name: z.string(), kind: z.enum(['coder', 'moderator']) }), coder),
  'rounds.list': read(nothing, z.array(round)),
  'rounds.create': write(z.object({ name: z.string(), kind: z.enum(['independent', 'moderated']) }), round),
  /** Ends the blindness of a round; only a moderator may. */
  'rounds.open': write(z.object({ roundId: id('round'), coderId: id('coder') }), round),

  'history.state': read(z.object({ coderId: id('coder') }), historyState),
  'history.undo': write(z.object({ coderId: id('coder') }), historyState),
  'history.redo': write(z.object({ coderId: id('coder') }), historyState),
  'history.list': read(
    z.object({ coderId: id('coder'), limit: z.int().min(1).max(1000).default(100) }),
    z.array(journalEntry),
  ),
} as const
