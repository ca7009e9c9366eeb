import { z } from 'zod'
import { colour, count, file, id, nothing, offset } from './values.ts'
import { long, read, write } from './procedure.ts'

const code = z.object({
  id: id('code'),
  parentId: id('code').nullable(),
  name: z.string(),
  abbreviation: z.string().nullable(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  colour,
  position: z.int(),
  taxonomy: z.string().nullable(),
})

/** A code with how often it was used, in what the viewer may see. */
const countedCode = code.extend({ codings: count, transcripts: count })
export type CountedCode = z.infer<typeof countedCode>

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

export const codingImport = z.object({
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
  'codes.list': read(z.object({ coderId: id('coder').optional() }), z.array(countedCode)),
  'codes.create': write(
    z.object({
      name: z.string(),
      parentId: id('code').nullable().default(null),
      definition: z.string().default(''),
      colour: colour.optional(),
      coderId: id('coder').optional(),
    }),
    code,
  ),
  'codes.update': write(
    z.object({
      id: id('code'),
      name: z.string().optional(),
      definition: z.string().optional(),
      inclusion: z.string().optional(),
      exclusion: z.string().optional(),
      colour: colour.optional(),
      coderId: id('coder').optional(),
    }),
    code,
  ),
  /** Refused while anything uses the code. The refusal counts only what the remover may see. */
  'codes.remove': write(z.object({ id: id('code'), coderId: id('coder').optional() }), nothing),

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
  /** A coder removes their own codings only. */
  'codings.remove': write(z.object({ ids: z.array(id('coding')).min(1), coderId: id('coder') }), nothing),
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
