import { z } from 'zod'
import { long, read, write } from './procedure.ts'
import { count, id, nothing, offset, passage, span } from './values.ts'

/** Where is looked. An empty list limits nothing. */
const searchFilters = z.object({
  who: z.enum(['anyone', 'participants', 'interviewers']).default('anyone'),
  /** Labels of speakers as the transcripts name them. */
  speakers: z.array(z.string()).default([]),
  /** Of the participant whose transcript it is: for each name one of its values. */
  attributes: z.array(z.object({ name: z.string(), values: z.array(z.string()).min(1) })).default([]),
  transcripts: z.array(id('transcript')).default([]),
  languages: z.array(z.string()).default([]),
  /** Within passages coded with a code or one in it, or outside them, as far as the viewer sees codings. */
  codes: z.array(z.object({ codeId: id('code'), isCoded: z.boolean() })).default([]),
  coded: z.enum(['any', 'coded', 'uncoded']).default('any'),
})
export type SearchFilters = z.infer<typeof searchFilters>
export type GivenFilters = z.input<typeof searchFilters>

/** A part of a turn: its words as they stand in the text, and which of them were found. Offsets are the transcript's. */
const excerpt = z.object({
  start: offset,
  text: z.string(),
  isCutBefore: z.boolean(),
  isCutAfter: z.boolean(),
  hits: z.tuple([span], span),
})
export type FoundExcerpt = z.infer<typeof excerpt>

const foundTurn = z.object({
  turn: count,
  speaker: z.string().nullable(),
  /** How often in this turn. */
  hits: count,
  excerpts: z.array(excerpt),
})

const searchResult = z.object({
  /** Why nothing was looked for; null where it was. */
  advice: z.enum(['empty', 'no-words', 'only-excluded']).nullable(),
  /** How often it was found; null where it is in more turns than are read through to count. */
  hits: count.nullable(),
  turns: count,
  transcripts: count,
  /** In the order of the transcripts; `turns` is how many there are in this transcript, shown or not. */
  groups: z.array(
    z.object({
      transcriptId: id('transcript'),
      transcript: z.string(),
      participant: z.string().nullable(),
      language: z.string().nullable(),
      turns: count,
      found: z.array(foundTurn),
    }),
  ),
})
export type SearchResult = z.infer<typeof searchResult>
export type FoundGroup = SearchResult['groups'][number]

const guideQuestion = z.object({ id: z.string(), text: z.string() })

/** Which passages are to be coded by themselves. */
const autoCodingSource = z.discriminatedUnion('kind', [
  /** Every turn of these speakers. */
  z.object({ kind: z.literal('speakers'), filters: searchFilters }),
  z.object({
    kind: z.literal('search'),
    query: z.string(),
    filters: searchFilters,
    scope: z.enum(['hits', 'sentences', 'turns']),
  }),
  /**
   * What was answered to questions of the guide: what follows a turn of one who asks that is like one of them, until the
   * next. `likeness` 0 to 1. Without `askers`, those whose label says that they ask.
   */
  z.object({
    kind: z.literal('guide'),
    questions: z.array(z.string()).min(1),
    likeness: z.number().min(0.1).max(1),
    askers: z.array(z.string()),
  }),
])
export type AutoCodingSource = z.infer<typeof autoCodingSource>
export type GivenSource = z.input<typeof autoCodingSource>

const proposal = passage.extend({
  /** Whether this coder has put this very code on these very words in this round. */
  isCoded: z.boolean(),
  /** The question it answers and how like it was asked; null for other sources. */
  question: z.object({ text: z.string(), likeness: z.number() }).nullable(),
})
export type Proposal = z.infer<typeof proposal>

const preview = z.object({ passages: count, coded: count, shown: z.array(proposal) })

export const searchProcedures = {
  /** Turns in which it is found, `limit` of them from the one numbered `offset` on, with their hits. */
  'search.turns': read(
    z.object({
      query: z.string().max(2000),
      filters: searchFilters.prefault({}),
      offset: count.default(0),
      limit: z.int().min(1).max(1000).default(50),
      coderId: id('coder').optional(),
    }),
    searchResult,
  ),
  /** Who speaks in the transcripts, the most talkative first. */
  'search.speakers': read(nothing, z.array(z.object({ name: z.string(), turns: count, isInterviewer: z.boolean() }))),

  'autoCoding.questions': read(nothing, z.array(guideQuestion)),
  /** Puts these questions, in this order, in place of the guide's. */
  'autoCoding.saveQuestions': write(
    z.object({ questions: z.array(z.string().max(2000)).max(500), coderId: id('coder').optional() }),
    z.array(guideQuestion),
  ),
  'autoCoding.preview': long(
    read(
      z.object({
        source: autoCodingSource,
        /** Without one nothing is coded so already. */
        codeId: id('code').nullable().default(null),
        coderId: id('coder'),
        roundId: id('round'),
        offset: count.default(0),
        limit: z.int().min(1).max(1000).default(100),
      }),
      preview,
    ),
  ),
  /** All of it or nothing, as one action. Passages that the coder has coded so are skipped. */
  'autoCoding.apply': long(
    write(
      z.object({
        source: autoCodingSource,
        /** A code by its id, or one to be created by its path, such as `Data / Missing values`. */
        code: z.union([z.object({ id: id('code') }), z.object({ path: z.string() })]),
        coderId: id('coder'),
        roundId: id('round'),
        /** Passages of the preview that are not to be coded. */
        leftOut: z.array(z.object({ transcriptId: id('transcript'), start: offset, end: offset })).default([]),
        /** How many passages the preview counted: refused where there are more or fewer now. */
        passages: count,
      }),
      z.object({ codeId: id('code'), code: z.string(), applied: count, skipped: count, leftOut: count }),
    ),
  ),
} as const
