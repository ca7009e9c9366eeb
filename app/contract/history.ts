import { z } from 'zod'
import { long, read, write } from './procedure.ts'
import { count, id, passage, viewer } from './values.ts'

const step = z
  .object({
    action: z.string(),
    detail: z.string(),
    /** Where the action took back an earlier one, that one's name. */
    of: z.string().optional(),
  })
  .nullable()
const historyState = z.object({ undo: step, redo: step })
export type HistoryState = z.infer<typeof historyState>

/** Journal entries name their action by the procedure that made it, `codings.apply`; the renderer translates the name. */
const journalEntry = z.object({
  id: count,
  action: z.string(),
  /** What it was about, in the researcher's own words: a code's name, a file's name. */
  detail: z.string(),
  /** Where it took back an earlier action, that one's name. */
  of: z.string().nullable(),
  coderId: id('coder').nullable(),
  coder: z.string().nullable(),
  at: z.iso.datetime(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** The action that was undone, redone or taken back. */
  subjectId: count.nullable(),
  /** Whether it was taken back and does not stand now. */
  undone: z.boolean(),
})
export type JournalEntry = z.infer<typeof journalEntry>

/** One row that an action changed, in the words of the study: `thing` is its table's name, translated where it is shown. */
const journalChange = z.object({
  operation: z.enum(['added', 'changed', 'removed']),
  thing: z.string(),
  /** What goes by a name there: a code's path, a file's name; empty where nothing does. */
  name: z.string(),
  /** Whose work it was, where it was a coder's. */
  coder: z.string().nullable(),
  transcript: z.string().nullable(),
  /** The words it stands on, where those are still what they were. */
  passage: passage.nullable(),
  /** For what was changed: each field by its column's name, in the words of the study. */
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type JournalChange = z.infer<typeof journalChange>

const journalDetail = z.object({
  entry: journalEntry,
  /** How many rows of each kind, of those the viewer may see. */
  counts: z.array(z.object({ operation: z.enum(['added', 'changed', 'removed']), thing: z.string(), count })),
  /** The first of them. */
  changes: z.array(journalChange),
  /** Whether the viewer may try to take it back, or why not. */
  takeBack: z.enum(['possible', 'not-own', 'final', 'taken-back', 'not-an-action', 'finished-round']),
})
export type JournalDetail = z.infer<typeof journalDetail>

export const historyProcedures = {
  'history.state': read(viewer, historyState),
  'history.undo': long(write(viewer, historyState)),
  'history.redo': long(write(viewer, historyState)),
  /**
   * What was done, newest first, as far as the viewer may see it: nothing is told of an action that touched another
   * coder's work in a blind round. The last entry's id as `before` gives the next page.
   */
  'history.list': read(
    z.object({
      ...viewer.shape,
      limit: z.int().min(1).max(1000).default(100),
      before: count.optional(),
      /** Only what this coder did. */
      by: id('coder').optional(),
      /** Only actions of this group of procedures: `codings`. */
      group: z
        .string()
        .regex(/^[A-Za-z]*$/)
        .default(''),
      /** Only actions whose detail holds these words, or whose name is one of `named`. */
      text: z.string().default(''),
      named: z.array(z.string()).default([]),
    }),
    z.array(journalEntry),
  ),
  'history.read': read(z.object({ ...viewer.shape, id: count }), journalDetail),
  /** Takes back one earlier action of the coder's own on which nothing rests; an action in its turn. */
  'history.takeBack': long(write(z.object({ ...viewer.shape, id: count }), historyState)),
} as const
