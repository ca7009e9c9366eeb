import { z } from 'zod'
import { ITEM_KINDS, ITEM_STATES, type ItemId } from '../../domain/adjudication/adjudication.ts'
import { REASON_KEYS } from '../../domain/adjudication/decision.ts'
import { TEXT_FIELDS } from '../../domain/adjudication/segments.ts'
import { MAX_INSTANCES } from '../../domain/catalog.ts'
import { ANSWERS, CRITERIA, DECISIONS } from '../../domain/screening.ts'
import { count, id, nothing, offset, passage, span } from './values.ts'
import { long, read, write } from './procedure.ts'

/**
 * The review of an independent round that was opened: where its coders differ, what the moderator decided, and the
 * consolidated coding that comes of it. Nothing is told of a round that is still blind.
 */

/** `coding:…` of codings, `screening:…`, `instance:…` and `text:…` of a segment. It never changes: see decision 23. */
const itemId = z.custom<ItemId>(
  (value) => typeof value === 'string' && /^(coding|screening|instance|text):[0-9a-f-]{36}$/.test(value),
  'an item of the review',
)

/** Who looks. Absent on the command line, which belongs to whoever holds the file. */
const who = { coderId: id('coder').optional() }
const answer = z.enum(ANSWERS)
const criteria = z.object({ I1: answer, I2: answer, E1: answer, E2: answer, E3: answer, E4: answer, E5: answer })

/** One of the listed reasons, or words, or both: never nothing. */
const reason = z.object({ key: z.enum(REASON_KEYS).nullable(), words: z.string() })
export type ReviewReason = z.infer<typeof reason>

const tally = z.object({
  /** Disagreements, and how many of them are decided; the rest is open. */
  disagreements: count,
  decided: count,
  open: count,
  /** Readings that all coders share, settled when the review was started. */
  identical: count,
  /** Identical readings that came in since, by an import: starting the review again settles them. */
  unsettled: count,
})

const reviewedRound = z.object({
  roundId: id('round'),
  name: z.string(),
  state: z.enum(['blind', 'open']),
  /** Null where the review has not been started. */
  review: z
    .object({
      id: id('review'),
      moderatorId: id('coder'),
      moderator: z.string(),
      /** The moderated round that holds the consolidated coding. */
      moderatedRoundId: id('round'),
      moderatedRound: z.string(),
      startedAt: z.iso.datetime(),
    })
    .nullable(),
  /**
   * Codes that count as another one, as harmonised, wherever readings of the round are compared: readings that differ by such
   * names alone are identical. The agreement that the start of the review freezes is of names as coded all the same.
   */
  mappedCodes: count,
  /** Null while the round is blind. Before the start: what there will be to review. */
  tally: tally.nullable(),
})
export type ReviewedRound = z.infer<typeof reviewedRound>

/** How one coder reads what an item is about, shortly. `codes`: of codings and of instances. Empty: nothing coded there. */
const shortReading = z.object({
  coderId: id('coder'),
  codes: z.array(id('code')),
  /** Of a coding: where it is. */
  span: span.nullable(),
  /** Of a screening. */
  decision: z.enum(DECISIONS).nullable(),
})

const item = z.object({
  id: itemId,
  kind: z.enum(ITEM_KINDS),
  /** `settled`: the readings are identical, nobody has to decide. It can be decided otherwise, and is then `decided`. */
  state: z.enum(ITEM_STATES),
  transcriptId: id('transcript'),
  transcript: z.string(),
  segmentId: id('segment').nullable(),
  /** The words that the readings cover together. */
  start: offset,
  end: offset,
  /** Number of the turn in which they begin, from 1. */
  turn: count,
  /** Those words, shortened to a line. */
  words: z.string(),
  /** In the order of the coders, one for each who went through the transcript. */
  readings: z.array(shortReading),
  /**
   * What the item costs: cells in which two coders differ because of it, over all pairs of coders. A cell is a turn × code,
   * a segment × criterion or a segment × instance code. 0 where only words or places within the turns differ.
   */
  cost: count,
  /** Characters on which two coders differ because of it: tells apart what costs the same. */
  characters: count,
  /** Of a screening the criteria, of a text the texts that two coders gave differently; else empty. */
  differing: z.array(z.enum([...CRITERIA, ...TEXT_FIELDS])),
  notes: count,
})
export type ReviewItem = z.infer<typeof item>

const SORTS = ['place', 'cost', 'code', 'kind'] as const

const queueQuestion = z.object({
  roundId: id('round'),
  ...who,
  /** An empty list stands for all. */
  transcripts: z.array(id('transcript')).default([]),
  kinds: z.array(z.enum(ITEM_KINDS)).default([]),
  /** Items in which a coder used one of these codes, or one within it. */
  codes: z.array(id('code')).default([]),
  /** Identical readings are left out unless asked for. */
  states: z.array(z.enum(ITEM_STATES)).default(['open', 'decided']),
  /** `place`: by transcript and words. `cost`: the costliest first. */
  sort: z.enum(SORTS).default('place'),
})

const queue = z.object({
  /** Of the whole round, whatever is filtered. */
  tally,
  coders: z.array(z.object({ id: id('coder'), name: z.string() })),
  transcripts: z.array(z.object({ id: id('transcript'), name: z.string(), ...tally.shape })),
  /** How many disagreements of each kind there are in the round, and how many of them are open. */
  kinds: z.array(z.object({ kind: z.enum(ITEM_KINDS), disagreements: count, open: count, cost: count })),
  /** The codes of the disagreements, costliest first. */
  codes: z.array(z.object({ codeId: id('code'), disagreements: count, open: count, cost: count })),
  items: z.array(item),
})
export type ReviewQueue = z.infer<typeof queue>

const form = z.object({
  criteria,
  decision: z.enum(DECISIONS),
  quote: z.string(),
  quoteSpan: span.nullable(),
  description: z.string(),
  information: z.string(),
  instances: z.array(id('code')).max(MAX_INSTANCES),
})
export type ReviewedForm = z.infer<typeof form>

/** How one coder reads what an item is about. */
const reading = z.object({
  coderId: id('coder'),
  coder: z.string(),
  /** Of codings: empty where this coder coded nothing there. More than one where two were harmonised into one. */
  codings: z.array(
    z.object({
      id: id('coding'),
      codeId: id('code'),
      start: offset,
      end: offset,
      words: z.string(),
      memos: z.array(z.object({ coder: z.string().nullable(), body: z.string() })),
    }),
  ),
  /** Everything else that this coder put on words that the item's words overlap. */
  beside: z.array(z.object({ codeId: id('code'), start: offset, end: offset })),
  /** Of a segment: null where this coder did not screen it. */
  form: form.nullable(),
})
export type ReviewReading = z.infer<typeof reading>

/** What was decided. `take`: the reading of one coder, or of several ("both"). */
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('take'), coders: z.array(id('coder')).min(1) }),
  /** Of codings: none. Of instances: none. Of a segment's screening or text it is refused. */
  z.object({ kind: z.literal('neither') }),
  /** Something else: any codes on any words of the transcript. Several on the same words are ordinary. */
  z.object({
    kind: z.literal('codings'),
    codings: z.array(z.object({ codeId: id('code'), start: offset, end: offset })).min(1),
  }),
  z.object({ kind: z.literal('criteria'), criteria }),
  z.object({ kind: z.literal('instances'), codes: z.array(id('code')).max(MAX_INSTANCES) }),
  z.object({
    kind: z.literal('text'),
    quote: z.string(),
    quoteSpan: span.nullable(),
    description: z.string(),
    information: z.string(),
  }),
])
export type ReviewOutcome = z.infer<typeof outcome>

/** One version of the decision on an item. */
const decision = z.object({
  id: id('decision'),
  coderId: id('coder'),
  coder: z.string(),
  at: z.iso.datetime(),
  /** `identical`: settled at the start, all coders saying the same. `reopened`: the decision before was withdrawn. */
  verdict: z.enum(['identical', 'take', 'neither', 'other', 'reopened']),
  /** Whose reading was taken. */
  taken: z.array(id('coder')),
  reason,
  /** What was decided, in the words of that time: `Data / Missing value`, a criterion, a text. */
  told: z.array(z.string()),
})
export type ReviewDecision = z.infer<typeof decision>

const note = z.object({
  id: id('note'),
  coderId: id('coder'),
  coder: z.string(),
  writtenAt: z.iso.datetime(),
  body: z.string(),
})
export type ReviewNote = z.infer<typeof note>

const itemDetail = z.object({
  item,
  /** The item's words in their turn. */
  passage,
  /** The turns that hold the words, with up to three before and after. */
  turns: z.array(
    z.object({ number: count, speaker: z.string().nullable(), start: offset, end: offset, text: z.string() }),
  ),
  readings: z.array(reading),
  /** The codes that occur in the readings, in the consolidated coding or beside them. */
  codes: z.array(
    z.object({
      id: id('code'),
      path: z.string(),
      colour: count,
      definition: z.string(),
      inclusion: z.string(),
      exclusion: z.string(),
      retired: z.boolean(),
    }),
  ),
  /** Which criteria they answered differently. */
  criteria: z.array(z.enum(CRITERIA)),
  /** The consolidated codings that stand for this item now. */
  result: z.array(z.object({ id: id('coding'), codeId: id('code'), start: offset, end: offset })),
  /** Of a segment: the consolidated form as far as it is settled, and the mismatch of the catalog made of it. */
  consolidated: form.nullable(),
  mismatch: z.object({ id: id('mismatch'), reference: z.string() }).nullable(),
  /** Every version, the oldest first; the last one stands. */
  decisions: z.array(decision),
  notes: z.array(note),
})
export type ReviewItemDetail = z.infer<typeof itemDetail>

const overruled = z.object({
  itemId,
  kind: z.enum(ITEM_KINDS),
  roundId: id('round'),
  round: z.string(),
  passage,
  /** What this coder had: codes' paths, the decision on a segment, a text. Empty: nothing. */
  mine: z.array(z.string()),
  /** What stands instead. Empty: nothing. */
  instead: z.array(z.string()),
  moderator: z.string(),
  at: z.iso.datetime(),
  reason,
})
export type OverruledReading = z.infer<typeof overruled>

export const reviewProcedures = {
  /** The independent rounds, in order, with how far the review of each has come. */
  'review.rounds': read(z.object(who), z.array(reviewedRound)),
  /**
   * Starts the review of an open independent round, or takes in what was imported since: freezes the round's agreement,
   * finds or creates the moderated round, and settles identical readings, all in one action.
   */
  'review.start': long(
    write(
      z.object({
        roundId: id('round'),
        moderatorId: id('coder'),
        /** A moderated round that is there already; without it one is created. Not heeded once the review is started. */
        into: id('round').optional(),
        /** What the new one is called; a number follows where a round is called so already. */
        name: z.string().optional(),
      }),
      z.object({ round: reviewedRound, settled: count }),
    ),
  ),
  /** The whole queue, filtered and sorted. Also before the review is started, to see what awaits. */
  'review.queue': read(queueQuestion, queue),
  'review.item': read(z.object({ roundId: id('round'), itemId, ...who }), itemDetail),
  /** The reasons this study has used in words of its own, the most frequent first; the listed ones are translated. */
  'review.reasons': read(
    z.object(who),
    z.array(z.object({ key: z.enum(REASON_KEYS).nullable(), words: z.string(), uses: count })),
  ),
  /** Decides an item, or decides it anew. A moderator's. The versions before stay in its history. */
  'review.decide': write(
    z.object({ roundId: id('round'), itemId, coderId: id('coder'), outcome, reason }),
    z.object({ state: z.enum(ITEM_STATES), result: z.array(id('coding')), mismatch: id('mismatch').nullable() }),
  ),
  /** Withdraws the decision, so that the item is open again. The reason is required, as of any decision. */
  'review.reopen': write(z.object({ roundId: id('round'), itemId, coderId: id('coder'), reason }), nothing),
  /** Leaves a note on an item: anyone's right. */
  'review.note': write(z.object({ roundId: id('round'), itemId, coderId: id('coder'), body: z.string() }), note),
  /** Removes a note of one's own. */
  'review.removeNote': write(z.object({ id: id('note'), coderId: id('coder') }), nothing),
  /** Where this coder's reading was not taken and why: of items that are decided, in rounds that are open. */
  'review.overruled': read(
    z.object({ coderId: id('coder'), roundId: id('round').optional() }),
    z.object({ decided: count, overruled: z.array(overruled) }),
  ),
} as const
