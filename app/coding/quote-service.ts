import { AxialError } from '../../domain/errors.ts'
import type { Quote } from '../../domain/quote.ts'
import { snapToGraphemes, spanOf } from '../../domain/span.ts'
import { requireUnfinished } from './coding-service.ts'
import type { Output } from '../contract.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import { Passages } from '../passage.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

export const quoteHandlers: Handlers<Under<'quotes'>> = {
  'quotes.list': (study, { coderId, transcriptId }) => {
    if (transcriptId !== undefined) requireTranscript(study, transcriptId)
    const { quotes } = study.read
    const sees = visibility(study, coderId)
    const passages = new Passages(study)
    return (transcriptId === undefined ? quotes.all() : quotes.ofTranscript(transcriptId))
      .filter((quote) => sees(quote.coderId, quote.roundId))
      .map((quote) => listed(passages, quote))
  },
  'quotes.mark': (study, { transcriptId, start, end, note, coderId, roundId }) => {
    const { name, revisionId } = requireTranscript(study, transcriptId)
    study.coder(coderId)
    requireUnfinished(study, roundId)
    const text = study.read.transcripts.text(revisionId)
    const span = spanOf(start, end, text.length)
    if (span === null) throw new AxialError('span-outside', { start, end, name })
    const wanted = { transcriptId, ...snapToGraphemes(text, span), coderId, roundId }
    const standing = study.write.quotes.same(wanted)
    const passages = new Passages(study)
    if (standing === null) {
      const quote = { id: study.newId('quote'), ...wanted, note: note?.trim() ?? '' }
      const detail = detailOf(text, quote)
      study.act({ action: 'quotes.mark', detail, coderId }, () => study.write.quotes.add(quote))
      return listed(passages, quote)
    }
    const noted = note?.trim() ?? standing.note
    if (noted !== standing.note) {
      const detail = detailOf(text, standing)
      study.act({ action: 'quotes.annotate', detail, coderId }, () => study.write.quotes.annotate(standing.id, noted))
    }
    return listed(passages, { ...standing, note: noted })
  },
  'quotes.remove': (study, { id, coderId }) => {
    const quote = study.write.quotes.byId(id)
    // Another coder's quote is not there for this one, blind or not.
    if (quote === null || quote.coderId !== coderId) throw new AxialError('not-found', { what: 'quote', name: id })
    requireUnfinished(study, quote.roundId)
    const { revisionId } = requireTranscript(study, quote.transcriptId)
    const detail = detailOf(study.read.transcripts.text(revisionId), quote)
    study.act({ action: 'quotes.remove', detail, coderId }, () => study.write.quotes.remove(id))
    return {}
  },
}

function listed(passages: Passages, quote: Quote): Output<'quotes.mark'> {
  return { ...quote, passage: passages.at(quote.transcriptId, quote) }
}

/** The first words, for the journal. */
function detailOf(text: string, { start, end }: Pick<Quote, 'start' | 'end'>): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  if (words.length <= DETAIL) return words
  return `${words
    .slice(0, DETAIL)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\s+\S*$/, '')}…`
}

/** Letters of a quote that the journal names it by. */
const DETAIL = 48
