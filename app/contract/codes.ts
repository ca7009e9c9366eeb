import { z } from 'zod'
import { colour, count, id, nothing, passage } from './values.ts'
import { long, read, write } from './procedure.ts'

export const code = z.object({
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
  retired: z.boolean(),
})

const uses = z.object({ codings: count, transcripts: count, participants: count })

/** A code with how often it was used, and was together with the codes under it (`total`), in what the viewer may see. */
const countedCode = code.extend({ ...uses.shape, total: uses })
export type CountedCode = z.infer<typeof countedCode>

/** Whose undo takes the action back, and what they may see; without it everything is seen. */
const doer = z.object({ coderId: id('coder').optional() })

/** Codes with which one thing is done, in one action. */
const several = doer.extend({ ids: z.array(id('code')).min(1) })

/** Where codes are to stand: in which code (null: at the top), before which of those there (null: last). */
const placement = z.object({ parentId: id('code').nullable(), before: id('code').nullable().default(null) })

/**
 * One of the two codes a code is divided into: a new one, beside it where its name is no path, or one that is there, which
 * may be itself.
 */
const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), name: z.string() }),
  z.object({ kind: z.literal('code'), id: id('code') }),
])
export type SplitPart = z.infer<typeof part>

const codedPassage = z.object({
  codingId: id('coding'),
  coder: z.string(),
  round: z.string(),
  isExample: z.boolean(),
  passage,
})
export type CodedPassage = z.infer<typeof codedPassage>

const impact = z.object({
  /** Codings that get another code, or another name or path; those that stay as they are where nothing changes them. */
  codings: count,
  transcripts: count,
  /** Whose codings these are. */
  coders: z.array(z.string()),
  /** Sub-codes that go along, at any depth. */
  subcodes: count,
  /** Codings that say what another one of the same coder says already, once the codes are one, and go. */
  doubled: count,
  /** Mismatches of the catalog that name one of the codes. */
  catalogItems: count,
  /** Independent rounds in which the codes were used: whether the figures of their agreement change, or names in it. */
  rounds: z.array(z.object({ name: z.string(), isFinished: z.boolean(), effect: z.enum(['figures', 'names']) })),
  /** Whether others may work where the viewer does not see it, which is not counted here; not whether they did. */
  hidden: z.boolean(),
})
export type CodeImpact = z.infer<typeof impact>

export const codeProcedures = {
  'codes.list': read(z.object({ coderId: id('coder').optional() }), z.array(countedCode)),
  /** What a change of codes would touch, before it is made. */
  'codes.impact': read(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.enum(['rename', 'move', 'retire', 'remove']),
        ids: z.array(id('code')).min(1),
        coderId: id('coder').optional(),
      }),
      z.object({
        kind: z.literal('merge'),
        ids: z.array(id('code')).min(1),
        into: id('code'),
        coderId: id('coder').optional(),
      }),
      z.object({
        kind: z.literal('split'),
        ids: z.array(id('code')).length(1),
        /** The codings that leave the code. */
        codings: z.array(id('coding')),
        coderId: id('coder').optional(),
      }),
    ]),
    impact,
  ),
  /**
   * The words coded with a code, in the order of the transcripts: its examples, and the first of all its codings. Only
   * what the viewer may see: an example rests on its coding.
   */
  'codes.passages': read(
    z.object({ id: id('code'), limit: z.int().min(0).max(20_000).default(20), coderId: id('coder').optional() }),
    z.object({ codings: count, examples: z.array(codedPassage), passages: z.array(codedPassage) }),
  ),
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
  /** Creates what is missing of a path such as Category, Code, in one action, and gives the last code of it. */
  'codes.createPath': write(
    doer.extend({
      names: z.array(z.string()).min(1),
      parentId: id('code').nullable().default(null),
      /** Of the last one. */
      definition: z.string().default(''),
    }),
    code,
  ),
  'codes.update': write(
    z.object({
      id: id('code'),
      name: z.string().optional(),
      abbreviation: z.string().nullable().optional(),
      definition: z.string().optional(),
      inclusion: z.string().optional(),
      exclusion: z.string().optional(),
      colour: colour.optional(),
      coderId: id('coder').optional(),
    }),
    code,
  ),
  /** One after the other, in the order of the tree. A code within another of them goes along with it. */
  'codes.move': write(several.extend(placement.shape), nothing),
  /** Makes codes one: codings, instances, memos and sub-codes of these go over to the one that stays. */
  'codes.merge': long(write(several.extend({ into: id('code') }), code)),
  /**
   * Divides the codings of a code between two: each by its own decision. What is not decided, and what the person may not
   * see, stays with the code.
   */
  'codes.split': long(
    write(
      doer.extend({
        id: id('code'),
        parts: z.tuple([part, part]),
        decisions: z.array(z.object({ codingId: id('coding'), part: z.union([z.literal(0), z.literal(1)]) })).min(1),
        /** Whether the divided code is retired afterwards. */
        retire: z.boolean().default(false),
      }),
      z.object({ codes: z.array(code) }),
    ),
  ),
  /** With the codes within them. They keep their codings and are offered no more. */
  'codes.retire': write(several, nothing),
  /** Brings retired codes back, with those that were retired together with them and the categories they are in. */
  'codes.restore': write(several, nothing),
  /** Shows the words of a coding as an example of its code, or no more. */
  'codes.markExample': write(doer.extend({ codingId: id('coding') }), nothing),
  'codes.unmarkExample': write(doer.extend({ codingId: id('coding') }), nothing),
  /** Refused while anything uses the code. The refusal counts only what the remover may see. */
  /** Of codes that nothing rests on but one another. */
  'codes.remove': write(several, nothing),
} as const
