import { excerptsOf, type Excerpt } from '../../domain/text/excerpt.ts'
import { parseQuery, type SearchQuery } from '../../domain/search-query.ts'
import { isInterviewer } from '../../domain/speaker.ts'
import { autoCodingHandlers } from '../coding/auto-coding-service.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { FoundExcerpt, FoundGroup, SearchFilters } from '../contract/search.ts'
import { FrozenTexts } from '../transcripts/frozen-texts.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { findTurns, hitsIn, type FoundTranscript } from './turn-search.ts'

export const searchHandlers: Handlers<Under<'search' | 'autoCoding'>> = {
  'search.turns': searchTurns,
  'search.speakers': (study) =>
    study.read.search.speakers().map((one) => ({ ...one, isInterviewer: isInterviewer(one.name) })),
  ...autoCodingHandlers,
}

function searchTurns(study: OpenStudy, input: ParsedInput<'search.turns'>): Output<'search.turns'> {
  const parsed = parseQuery(input.query)
  if (parsed.kind === 'nothing') return { advice: parsed.reason, hits: 0, turns: 0, transcripts: 0, groups: [] }
  const { query } = parsed
  const found = findTurns(study, query, input.filters, input.coderId)
  return {
    advice: null,
    hits: countHits(study, found, query, input.filters),
    turns: found.reduce((sum, { places }) => sum + places.length, 0),
    transcripts: found.length,
    groups: pageOf(study, found, query, input.offset, input.offset + input.limit),
  }
}

/** In how many turns at most the hits are counted by reading them: a few hundredths of a second. */
const COUNTED_TURNS = 1500

function countHits(
  study: OpenStudy,
  found: readonly FoundTranscript[],
  query: SearchQuery,
  filters: SearchFilters,
): number | null {
  const turns = found.reduce((sum, { places }) => sum + places.length, 0)
  if (turns > COUNTED_TURNS) return countOccurrences(study, found, query, filters)
  let hits = 0
  for (const one of found) for (const place of one.places) hits += hitsIn(study, one, place, query).length
  return hits
}

/** A single word is counted by the index, however common; null for anything else. */
function countOccurrences(
  study: OpenStudy,
  found: readonly FoundTranscript[],
  { groups, excluded }: SearchQuery,
  { codes, coded }: SearchFilters,
): number | null {
  const [term, ...others] = groups.flat()
  if (term === undefined || others.length + excluded.length + term.words.length > 1 || term.isPrefix) return null
  if (codes.length > 0 || coded !== 'any') return null
  const wanted = new Set(found.flatMap(({ indexed, places }) => places.map((place) => indexed.first + place)))
  let hits = 0
  for (const [turn, count] of study.read.search.occurrences(term.words[0])) if (wanted.has(turn)) hits += count
  return hits
}

/** The turns numbered `from` to `to`, counted through all transcripts, with their hits in context. */
function pageOf(
  study: OpenStudy,
  found: readonly FoundTranscript[],
  query: SearchQuery,
  from: number,
  to: number,
): FoundGroup[] {
  const groups: FoundGroup[] = []
  let before = 0
  for (const one of found) {
    const places = one.places.slice(Math.max(0, from - before), Math.max(0, to - before))
    before += one.places.length
    if (places.length === 0) continue
    const { id, name, participant, language, revisionId } = one.transcript
    const { text, turns } = FrozenTexts.of(study).read(revisionId)
    groups.push({
      transcriptId: id,
      transcript: name,
      participant,
      language,
      turns: one.places.length,
      found: places.flatMap((place) => {
        const turn = turns[place]
        if (turn === undefined) return []
        const hits = hitsIn(study, one, place, query)
        const excerpts = excerptsOf(text, turn, hits).map((excerpt) => shownExcerpt(text, excerpt))
        return [{ turn: turn.number, speaker: turn.speaker, hits: hits.length, excerpts }]
      }),
    })
  }
  return groups
}

function shownExcerpt(text: string, { start, end, isCutBefore, isCutAfter, hits }: Excerpt): FoundExcerpt {
  const [first, ...others] = hits
  return { start, text: text.slice(start, end), isCutBefore, isCutAfter, hits: [first, ...others] }
}
