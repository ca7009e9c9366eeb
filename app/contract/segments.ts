import { z } from 'zod'
import { MAX_INSTANCES } from '../../domain/catalog.ts'
import { ANSWERS, DECISIONS } from '../../domain/screening.ts'
import { count, id, nothing, offset, passage, span } from './values.ts'
import { read, write } from './procedure.ts'

const segment = z.object({
  id: id('segment'),
  transcriptId: id('transcript'),
  /** Its place among the transcript's segments, from 1. */
  number: count,
  start: offset,
  end: offset,
  title: z.string(),
  /** The first words said in it, shortened. */
  words: z.string(),
})
export type ListedSegment = z.infer<typeof segment>

const answer = z.enum(ANSWERS)
const criteria = z.object({ I1: answer, I2: answer, E1: answer, E2: answer, E3: answer, E4: answer, E5: answer })

const form = {
  criteria,
  quote: z.string(),
  /** Where the quote was taken from, within the segment. */
  quoteSpan: span.nullable(),
  description: z.string(),
  /** The information that was not communicated. */
  information: z.string(),
  instances: z.array(id('code')).max(MAX_INSTANCES),
}

const screening = z.object({
  segmentId: id('segment'),
  coderId: id('coder'),
  roundId: id('round'),
  decision: z.enum(DECISIONS),
  ...form,
})
export type ListedScreening = z.infer<typeof screening>

const quote = z.object({
  id: id('quote'),
  transcriptId: id('transcript'),
  start: offset,
  end: offset,
  coderId: id('coder'),
  roundId: id('round'),
  note: z.string(),
  passage,
})
export type ListedQuote = z.infer<typeof quote>

const who = { coderId: id('coder').optional() }

/**
 * Segments are the study's, drawn once for everybody. A coder does not change one that another has screened, nor anybody
 * one that was screened in a finished round. Places are snapped to the beginning of a turn or a word.
 */
export const segmentProcedures = {
  'segments.list': read(z.object({ transcriptId: id('transcript') }), z.array(segment)),
  /** Divides the segment that is there, or begins one that reaches to the next or to the end. Null: one starts there. */
  'segments.start': write(z.object({ transcriptId: id('transcript'), at: offset, ...who }), segment.nullable()),
  /** Divides this one at a place within it and gives the second part. */
  'segments.split': write(z.object({ id: id('segment'), at: offset, ...who }), segment),
  /** Joins this one with the next of its transcript. Refused where the same coder screened both. */
  'segments.join': write(z.object({ id: id('segment'), ...who }), segment),
  'segments.rename': write(z.object({ id: id('segment'), title: z.string(), ...who }), segment),
  /** Moves one end of it; a neighbour that touches it there moves along. */
  'segments.move': write(z.object({ id: id('segment'), side: z.enum(['start', 'end']), to: offset, ...who }), segment),
  /** With the screenings of it. */
  'segments.remove': write(z.object({ id: id('segment'), ...who }), nothing),

  /** The screenings of a transcript's segments that the viewer may see: their own, and everyone's in open rounds. */
  'screenings.list': read(z.object({ transcriptId: id('transcript'), coderId: id('coder') }), z.array(screening)),
  /** Saves the whole form of one segment. The same form again changes nothing; a blank one takes the screening away. */
  'screenings.save': write(
    z.object({ segmentId: id('segment'), coderId: id('coder'), roundId: id('round'), ...form }),
    screening,
  ),

  /** The quotes that the viewer may see, of one transcript or of all. */
  'quotes.list': read(z.object({ coderId: id('coder'), transcriptId: id('transcript').optional() }), z.array(quote)),
  /** Marks words for the catalog, or gives the mark that stands another note. */
  'quotes.mark': write(
    z.object({
      transcriptId: id('transcript'),
      start: offset,
      end: offset,
      note: z.string().optional(),
      coderId: id('coder'),
      roundId: id('round'),
    }),
    quote,
  ),
  /** A coder removes their own quotes only. */
  'quotes.remove': write(z.object({ id: id('quote'), coderId: id('coder') }), nothing),
} as const
