import { z } from 'zod'
import { MEMO_KINDS } from '../../domain/memo.ts'
import { read, write } from './procedure.ts'
import { count, file, id, nothing, passage, span, viewer } from './values.ts'

const memoSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('study') }),
  z.object({ kind: z.literal('participant'), id: id('participant') }),
  z.object({ kind: z.literal('transcript'), id: id('transcript') }),
  z.object({ kind: z.literal('segment'), id: id('segment') }),
  z.object({ kind: z.literal('code'), id: id('code') }),
  z.object({ kind: z.literal('coding'), id: id('coding') }),
  z.object({ kind: z.literal('mismatch'), id: id('mismatch') }),
  z.object({ kind: z.literal('quality_issue'), id: id('quality-issue') }),
  z.object({ kind: z.literal('passage'), transcriptId: id('transcript'), span }),
])

/** What a memo is about, as people know it. */
const memoAbout = z.object({
  /** The study's title, a file's name, a code's path …; empty for a passage, and where the thing was removed since. */
  name: z.string(),
  /** Whether it is still in the study. */
  exists: z.boolean(),
  /** The words, of what stands on words. */
  passage: passage.nullable(),
})
export type MemoAbout = z.infer<typeof memoAbout>

const namedCode = z.object({ id: id('code'), path: z.string(), colour: count })
export type NamedCode = z.infer<typeof namedCode>

export const memo = z.object({
  id: id('memo'),
  /** Empty where it has none. */
  title: z.string(),
  /** Markdown; links to codes are `[label](code:ID)`, to passages `[label](passage:TRANSCRIPT:START-END)`. */
  body: z.string(),
  subject: memoSubject,
  about: memoAbout,
  coderId: id('coder').nullable(),
  coder: z.string().nullable(),
  round: z.string().nullable(),
  /** Whether its round is blind, so that its writer alone sees it. */
  isBlind: z.boolean(),
  /** Whether the viewer may change it. */
  mayChange: z.boolean(),
  writtenAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The codes it is filed under. */
  codes: z.array(namedCode),
  /** What its body links to and is there. */
  links: z.object({ codes: z.array(namedCode), passages: z.array(passage) }),
})
export type ListedMemo = z.infer<typeof memo>
export type MemoKind = (typeof MEMO_KINDS)[number]

const written = { title: z.string().default(''), body: z.string(), codes: z.array(id('code')).default([]) }

/**
 * Memos written while a round was worked in are as blind as its codings: every read takes the viewer and gives none of
 * another coder's until that round is opened.
 */
export const memoProcedures = {
  /** Newest first. */
  'memos.list': read(viewer, z.array(memo)),
  /** What a thing is called and what it says, and the memos about exactly it. */
  'memos.about': read(
    z.object({ ...viewer.shape, subject: memoSubject }),
    z.object({ about: memoAbout, memos: z.array(memo) }),
  ),
  /** The memos on words of a transcript: passages, codings and segments. */
  'memos.ofTranscript': read(
    z.object({ ...viewer.shape, transcriptId: id('transcript') }),
    z.array(
      z.object({
        id: id('memo'),
        /** Its title or first line. */
        name: z.string(),
        coder: z.string().nullable(),
        kind: z.enum(['passage', 'coding', 'segment']),
        codingId: id('coding').nullable(),
        ...span.shape,
      }),
    ),
  ),
  /** One Markdown file of these memos, in this order. */
  'memos.export': read(
    z.object({ ...viewer.shape, ids: z.array(id('memo')).min(1), language: z.enum(['en', 'fr']).default('en') }),
    file,
  ),
  /** `roundId` is the round that is worked in, until whose opening the memo is its writer's alone. */
  'memos.write': write(
    z.object({ ...viewer.shape, roundId: id('round').nullable(), subject: memoSubject, ...written }),
    memo,
  ),
  'memos.update': write(z.object({ ...viewer.shape, id: id('memo'), ...written }), memo),
  /** Files a memo under these codes and no others, whoever wrote it. */
  'memos.file': write(z.object({ ...viewer.shape, id: id('memo'), codes: z.array(id('code')) }), memo),
  'memos.remove': write(z.object({ ...viewer.shape, id: id('memo') }), nothing),
} as const
