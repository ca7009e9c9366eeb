import { z } from 'zod'
import { colour, count, file, id, passage } from './values.ts'
import { long, read } from './procedure.ts'

/** How many rows a matrix has at most. */
export const MOST_ROWS = 100
/** How many passages one answer holds at most, a group. */
const MOST_SHOWN = 100

/**
 * Which codings are looked at: of these coders, rounds, transcripts and participants, an empty list standing for all; and
 * always only what the viewer may see. Several attributes must all fit; of one attribute any of the values.
 */
const scope = z.object({
  /** Who looks. Absent on the command line, which sees everything. */
  coderId: id('coder').optional(),
  coders: z.array(id('coder')).default([]),
  rounds: z.array(id('round')).default([]),
  transcripts: z.array(id('transcript')).default([]),
  /** A null value: not noted. */
  attributes: z.array(z.object({ name: z.string(), values: z.array(z.string().nullable()).min(1) })).default([]),
})
export type CodingScope = z.infer<typeof scope>

/** From what a figure was counted: the transcripts that those passes went through, and who and which rounds they are. */
const basis = z.object({
  transcripts: count,
  participants: count,
  turns: count,
  codings: count,
  coders: z.array(z.string()),
  rounds: z.array(z.string()),
})
export type Basis = z.infer<typeof basis>

/** Of a matrix: `codings` are those of the codes shown, `allCodings` those of every code. */
const matrixBasis = basis.extend({ allCodings: count })

const SORTS = ['transcript', 'participant', 'length', 'time'] as const
export type ComparisonSort = (typeof SORTS)[number]

const compared = z.object({
  id: id('coding'),
  codeId: id('code'),
  coderId: id('coder'),
  roundId: id('round'),
  /** Whether the viewer may change it: their own, in a round that is not finished. */
  isOpen: z.boolean(),
  passage,
})
export type ComparedCoding = z.infer<typeof compared>

const group = z.object({
  /** Null: not noted. */
  value: z.string().nullable(),
  codings: count,
  transcripts: count,
  participants: count,
  /** Those of the page. */
  shown: z.array(compared),
})
export type ComparedGroup = z.infer<typeof group>

const comparisonQuestion = scope.extend({
  /** The code, and its sub-codes where they are to be seen with it. */
  codes: z.array(id('code')).min(1),
  /** `length`: the longest first. `time`: in the order in which they were coded. */
  sort: z.enum(SORTS).default('transcript'),
  /** Sets the codings apart by an attribute of the participant; null: one group. */
  groupBy: z.string().nullable().default(null),
})

const codeChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('most-used'), number: z.int().min(1).max(MOST_ROWS) }),
  /** Codes that hold codes. */
  z.object({ kind: z.literal('categories') }),
  /** Every code that was used. */
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('picked'), codes: z.array(id('code')).max(MOST_ROWS) }),
  /** By name or path, as a person types them. */
  z.object({ kind: z.literal('named'), labels: z.array(z.string()).min(1).max(MOST_ROWS) }),
])
export type CodeChoice = z.infer<typeof codeChoice>

const matrixQuestion = scope.extend({
  rows: codeChoice.default({ kind: 'most-used', number: 20 }),
  /** Counts a code's codings in the nearest row at or above it. */
  rollUp: z.boolean().default(false),
})

export const relation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overlap') }),
  /** At most so many turns apart; 0: in the same turn. */
  z.object({ kind: z.literal('near'), turns: z.int().min(0).max(20) }),
])
export type RelationChoice = z.infer<typeof relation>

const coOccurrenceQuestion = matrixQuestion.extend({ relation: relation.default({ kind: 'overlap' }) })

const row = z.object({
  id: id('code'),
  /** Its name, or its path where other codes have that name too. */
  label: z.string(),
  path: z.string(),
  colour,
  /** The codes whose codings count in it. */
  members: z.array(id('code')),
  codings: count,
})
export type MatrixRow = z.infer<typeof row>

const rowWithTurns = row.extend({
  /** Turns that hold it. */
  turns: count,
})

const coOccurrence = z.object({
  basis: matrixBasis,
  rows: z.array(rowWithTurns),
  /** Codes that were used and have no row, there being too many. */
  leftOut: count,
  /** A cell for each two rows that meet at least once, the earlier row first; two others meet never: 0. */
  cells: z.array(
    z.object({
      first: count,
      second: count,
      turns: count,
      pairs: count,
      /** Share of the turns holding either, 0 to 1. */
      coefficient: z.number(),
    }),
  ),
})
export type CoOccurrenceMatrix = z.infer<typeof coOccurrence>

const attributeQuestion = matrixQuestion.extend({ attribute: z.string() })

const cell = z.object({ codings: count, transcripts: count, participants: count })
const attributeMatrix = z.object({
  basis: matrixBasis,
  rows: z.array(row),
  leftOut: count,
  /** A null value: not noted. */
  columns: z.array(z.object({ value: z.string().nullable(), participants: count, transcripts: count })),
  /** Row by row, a cell a column. */
  cells: z.array(z.array(cell)),
})
export type AttributeTable = z.infer<typeof attributeMatrix>

export const MEASURES = ['codings', 'transcripts', 'participants', 'percent'] as const
export type Measure = (typeof MEASURES)[number]

const language = z.enum(['en', 'fr']).default('en')

export const comparisonProcedures = {
  /** The codings of codes with their context, side by side. */
  'comparison.read': read(
    comparisonQuestion.extend({
      /** From 0; each group is turned by itself. */
      page: count.default(0),
      pageSize: z.int().min(1).max(MOST_SHOWN).default(30),
    }),
    z.object({ basis, pages: count, groups: z.array(group) }),
  ),
  /** All of them, in the order and the groups of the screen, the words in full. */
  'comparison.export': long(read(comparisonQuestion.extend({ format: z.enum(['csv', 'md']), language }), file)),

  'matrices.coOccurrence': long(read(coOccurrenceQuestion, coOccurrence)),
  /** The pairs of codings behind a cell, each row given by its members. */
  'matrices.pairs': long(
    read(
      scope.extend({
        relation: relation.default({ kind: 'overlap' }),
        first: z.array(id('code')).min(1),
        second: z.array(id('code')).min(1),
        page: count.default(0),
        pageSize: z.int().min(1).max(MOST_SHOWN).default(30),
      }),
      z.object({ pairs: count, pages: count, shown: z.array(z.object({ first: compared, second: compared })) }),
    ),
  ),
  'matrices.attributes': long(read(attributeQuestion, attributeMatrix)),
  'matrices.exportCoOccurrence': long(
    read(
      coOccurrenceQuestion.extend({
        /** `csv`: the matrix as it is shown. `list`: every two rows with all their figures. */
        format: z.enum(['csv', 'list', 'svg']),
        figure: z.enum(['count', 'coefficient']).default('count'),
        language,
      }),
      file,
    ),
  ),
  'matrices.exportAttributes': long(
    read(
      attributeQuestion.extend({
        format: z.enum(['csv', 'svg']),
        measure: z.enum(MEASURES).default('codings'),
        language,
      }),
      file,
    ),
  ),
} as const
