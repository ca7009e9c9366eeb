import { z } from 'zod'
import { DECISIONS } from '../../domain/harmonising/decision.ts'
import type { FigureName } from '../../domain/agreement/figures.ts'
import { count, id, nothing, passage } from './values.ts'
import { long, read, write } from './procedure.ts'

/** The figures that depend on which codes count as one. */
export const HARMONISED_FIGURES = [
  'kappaPooled',
  'kappaMean',
  'alphaJaccard',
  'alphaMasi',
] as const satisfies readonly FigureName[]
const figureName = z.enum(HARMONISED_FIGURES)
export type HarmonisedFigure = z.infer<typeof figureName>

/** Without a viewer, on the command line, everything is seen; a round that is blind is refused to all. */
const question = z.object({ roundId: id('round'), coderId: id('coder').optional() })

const usedCode = z.object({
  id: id('code'),
  path: z.string(),
  colour: z.int(),
  definition: z.string(),
  retired: z.boolean(),
  /** How often each reader used it, in the order of the readers; those who did not are left out. */
  uses: z.array(z.object({ coder: z.string(), codings: count })),
})
export type HarmonisedCode = z.infer<typeof usedCode>

const evidence = z.object({
  code: usedCode,
  other: usedCode,
  /** 0 to 1, and the words in common as `code` writes them. */
  likeness: z.number(),
  words: z.array(z.string()),
  /** Whether both were given the very same name on machines of their own. */
  isSameName: z.boolean(),
  /** Turns where one reader put the one and another the other, each once however many readers show it. */
  turns: count,
  /** The rest counts a turn for every two readers. Turns where two readers put the one and the other; where each was used alone; turns compared; expected by chance. */
  shared: count,
  codeAlone: count,
  otherAlone: count,
  units: count,
  expected: z.number(),
  lift: z.number().nullable(),
  /** Lower bound of the lift, one-sided, at 95 %. */
  lowestLift: z.number().nullable(),
  /** Readers who used both codes, or others of the same words. */
  toldApartBy: z.array(z.string()),
  strength: z.number(),
})
export type ListedEvidence = z.infer<typeof evidence>

const proposal = evidence.extend({ basis: z.enum(['words', 'passages', 'both']) })
export type HarmonisingProposal = z.infer<typeof proposal>

const decision = z.object({
  id: z.string(),
  kind: z.enum(DECISIONS),
  /** The code that the other counts as or went into, and the names of both when it was decided. */
  codeId: id('code'),
  otherId: id('code'),
  name: z.string(),
  otherName: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string(),
  /** Null where a code is gone, or not used any more. */
  evidence: evidence.nullable(),
})
export type ListedDecision = z.infer<typeof decision>

export const figureRow = z.object({
  /** Null: all transcripts that both coded together. */
  transcript: z.string().nullable(),
  transcripts: count,
  coders: z.tuple([z.string(), z.string()]),
  /** Turns, and the share of them that neither coded. */
  units: count,
  uncodedShare: z.number().nullable(),
  /** Codes that at least one of the two used; those that count as one count once. */
  codes: count,
  figures: z.record(figureName, z.number().nullable()),
  /** Why a figure is null. */
  reasons: z.partialRecord(figureName, z.string()),
})
export type HarmonisedRow = z.infer<typeof figureRow>

const codedPlace = z.object({ coder: z.string(), round: z.string(), passage })
/** A neighbouring turn, shortened when very long. */
const neighbour = z.object({ speaker: z.string().nullable(), words: z.string() }).nullable()

export const harmonisingProcedures = {
  /** The pairs of codes that may be two names of one thing, the strongest first, and what was decided. */
  'harmonising.read': long(
    read(
      question,
      z.object({
        round: z.string(),
        /** The coders of the round, and whoever read the same transcripts in a moderated round. */
        readers: z.array(z.object({ coder: z.string(), round: z.string(), transcripts: count })),
        proposals: z.array(proposal),
        decisions: z.array(decision),
      }),
    ),
  ),
  /** Agreement of every two coders of the round, by turn, before and after its codes were harmonised. */
  'harmonising.figures': long(
    read(
      question,
      z.object({
        /** When `before` was kept; null where no decision has changed anything, and both are the same. */
        keptAt: z.string().nullable(),
        before: z.array(figureRow),
        after: z.array(figureRow),
      }),
    ),
  ),
  /** Where two codes were put, turn by turn: first the turns that hold both. */
  'harmonising.passages': read(
    question.extend({ codeId: id('code'), otherId: id('code'), limit: z.int().min(1).max(1000).default(40) }),
    z.object({
      turns: z.array(
        z.object({
          transcript: z.string(),
          turn: count,
          /** Whether two readers used the one and the other here, each alone. */
          isShared: z.boolean(),
          previous: neighbour,
          next: neighbour,
          code: z.array(codedPlace),
          other: z.array(codedPlace),
        }),
      ),
      /** How many turns there are in all. */
      total: count,
    }),
  ),
  /** The other code counts as this one wherever the round is compared; both stay. */
  'harmonising.map': long(write(question.extend({ codeId: id('code'), otherId: id('code') }), nothing)),
  /** The same of several pairs, as one action: of names that several coders gave alike. One that is decided is left as it is. */
  'harmonising.mapAll': long(
    write(
      question.extend({ pairs: z.array(z.object({ codeId: id('code'), otherId: id('code') })).min(1) }),
      z.object({ mapped: count }),
    ),
  ),
  /** The other code becomes this one, in everyone's work: `codes.merge`, kept among the decisions of the round. */
  'harmonising.merge': long(write(question.extend({ codeId: id('code'), otherId: id('code') }), nothing)),
  /** They are two: not proposed again, and listed. */
  'harmonising.refuse': write(question.extend({ codeId: id('code'), otherId: id('code') }), nothing),
  /** Takes a mapping or a refusal away, whoever decided it: the pair is open again. */
  'harmonising.withdraw': write(question.extend({ decisionId: z.string() }), nothing),
} as const
