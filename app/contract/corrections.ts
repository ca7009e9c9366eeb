import { z } from 'zod'
import { SPAN_KINDS } from '../../domain/span-kinds.ts'
import { count, file, id, offset, span } from './values.ts'
import { long, read, write } from './procedure.ts'

const turnCorrection = z.object({ number: count.min(1), words: z.string(), speaker: z.string().optional() })

/** What is corrected: the words and labels of turns, or the whole text by a corrected file. */
const corrected = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turns'), turns: z.array(turnCorrection).min(1) }),
  z.object({ kind: z.literal('file'), file }),
])

const spanKind = z.enum(SPAN_KINDS)

/** What a person says becomes of a passage: it is put on words of the corrected text, or removed. */
const answer = z.object({
  kind: spanKind,
  id: z.string(),
  answer: z.discriminatedUnion('do', [
    z.object({ do: z.literal('put'), ...span.shape }),
    z.object({ do: z.literal('remove') }),
  ]),
})
export type CorrectionAnswer = z.infer<typeof answer>

const input = z.object({
  transcriptId: id('transcript'),
  /** The text that is corrected: refused when it is no longer the present one. */
  revisionId: id('revision'),
  correction: corrected,
  answers: z.array(answer).default([]),
  coderId: id('coder'),
})

const piece = z.object({ kind: z.enum(['same', 'removed', 'inserted', 'left-out']), text: z.string() })

/** What changes in one turn: pieces of its text and of the label before it, in order. */
const change = z.object({ turn: count, speaker: z.string().nullable(), pieces: z.array(piece) })
export type TextChange = z.infer<typeof change>

/** What a passage is; the code and the coder only where the viewer may see them. */
const affected = z.object({
  kind: spanKind,
  id: z.string(),
  /** Number of the turn it began in, in the text before. */
  turn: count,
  words: z.string(),
  code: z.string().nullable(),
  coder: z.string().nullable(),
})

const placed = z.object({ start: offset, end: offset, words: z.string() })

const asked = affected.extend({
  /** Its words are gone; where it ends is not certain; or another passage of the same code is where it would go. */
  reason: z.enum(['gone', 'uncertain', 'same']),
  proposal: placed.nullable(),
  /** Where other words for it are to be looked for: the turns of the corrected text around it. */
  near: placed,
  isRemovable: z.boolean(),
})
export type AskedSpan = z.infer<typeof asked>

const preview = z.object({
  changes: z.array(change),
  /** How many turns change; more than are listed in a very large correction. */
  changedTurns: count,
  /** Of the passages that the viewer may see: how many keep their words, and those whose words are corrected with them. */
  kept: count,
  changed: z.array(affected.extend({ pieces: z.array(piece) })),
  asked: z.array(asked),
  /** Something here is for the moderator to decide: this coder's correction is refused. */
  isForModerator: z.boolean(),
})
export type CorrectionPreview = z.infer<typeof preview>

export const correctionProcedures = {
  /** What a correction would do to the text and to everything that rests on it. Nothing is changed. */
  'corrections.preview': long(read(input, preview)),
  /** One action: the new text and every passage with it. Refused until each passage asked about has an answer. */
  'corrections.apply': write(
    input.extend({ reason: z.string().default('') }),
    z.object({ revisionId: id('revision'), moved: count }),
  ),
  /** The corrections of a transcript that stand, the newest first. */
  'corrections.list': read(
    z.object({ transcriptId: id('transcript') }),
    z.array(z.object({ at: z.iso.datetime(), coder: z.string().nullable(), reason: z.string() })),
  ),
} as const
