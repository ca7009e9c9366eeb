import { z } from 'zod'
import { code } from './codes.ts'
import { count, file, id, nothing, offset } from './values.ts'
import { long, read, write } from './procedure.ts'

const coding = z.object({
  id: id('coding'),
  transcriptId: id('transcript'),
  codeId: id('code'),
  coderId: id('coder'),
  roundId: id('round'),
  start: offset,
  end: offset,
})
export type ListedCoding = z.infer<typeof coding>

const codedTurn = z.object({
  transcript: z.string(),
  coder: z.string(),
  round: z.string(),
  /** Number of the turn in the file, from 1. */
  number: count,
  speaker: z.string().nullable(),
  text: z.string(),
  codes: z.array(z.string()),
})

const codingImport = z.object({
  passes: z.array(
    z.object({
      file: z.string(),
      transcript: z.string(),
      /** True when the file's turns became a new transcript, because the study had none for them. */
      created: z.boolean(),
      coder: z.string(),
      round: z.string(),
      turns: count,
      matched: count,
      /** Turns of the transcript in which those lie: fewer where the file divides its words more finely. */
      covered: count,
      /** Matched by their place between matched neighbours and by likeness, the words not being quite the same. */
      approximate: count,
      codings: count,
      /** A pass that carries no code at all is left out, and said to be. */
      skipped: z.boolean(),
    }),
  ),
  createdCodes: z.array(z.string()),
  unaligned: z.array(codedTurn),
})
export type CodingImport = z.infer<typeof codingImport>

export const codingProcedures = {
  /** The codings of a transcript that the viewer may see: their own, and everyone's in open rounds. */
  'codings.list': read(z.object({ transcriptId: id('transcript'), coderId: id('coder') }), z.array(coding)),
  /** Putting the same code on the same span twice changes nothing and returns the coding that stands. */
  'codings.apply': write(
    z.object({
      transcriptId: id('transcript'),
      start: offset,
      end: offset,
      codeId: id('code'),
      coderId: id('coder'),
      roundId: id('round'),
    }),
    coding,
  ),
  /**
   * Creates codes, outermost first, each in the one before, and puts the last on the span: one action, so that one undo
   * takes back all of it.
   */
  'codings.applyNew': write(
    z.object({
      transcriptId: id('transcript'),
      start: offset,
      end: offset,
      /** The code that is to hold the first of the new ones; null for the top of the codebook. */
      parentId: id('code').nullable(),
      names: z.array(z.string()).min(1),
      coderId: id('coder'),
      roundId: id('round'),
    }),
    z.object({ codes: z.array(code), coding }),
  ),
  /** Moves a coding of the coder's own to other words of its transcript. Refused where its code is on exactly those. */
  'codings.resize': write(z.object({ id: id('coding'), start: offset, end: offset, coderId: id('coder') }), coding),
  /** A coder removes their own codings only. */
  'codings.remove': write(z.object({ ids: z.array(id('coding')).min(1), coderId: id('coder') }), nothing),
  /**
   * Puts another code in place of the one that these own codings have. One that then says the same as another coding of
   * theirs becomes one with it. `changed` counts those whose code was another, `merged` how many of them became one.
   */
  'codings.recode': write(
    z.object({ ids: z.array(id('coding')).min(1), codeId: id('code'), coderId: id('coder') }),
    z.object({ changed: count, merged: count }),
  ),
  /** Puts a further code on the places of codings that the viewer may see, as this coder and in this round. */
  'codings.addCode': write(
    z.object({ ids: z.array(id('coding')).min(1), codeId: id('code'), coderId: id('coder'), roundId: id('round') }),
    z.object({ added: count }),
  ),
  'codings.import': long(
    write(
      z.object({
        files: z.array(file).min(1),
        /** By text (the rule), or by place, turn n to turn n, where the counts are equal. */
        align: z.enum(['text', 'position']).default('text'),
        coderId: id('coder').optional(),
      }),
      codingImport,
    ),
  ),
} as const
