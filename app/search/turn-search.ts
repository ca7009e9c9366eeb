import { attributeValue } from '../../domain/participant.ts'
import type { CodeId, CoderId, TranscriptId } from '../../domain/ids.ts'
import { hitsAmong, type SearchQuery } from '../../domain/search-query.ts'
import { contains, overlaps, type Span } from '../../domain/span.ts'
import { isInterviewer } from '../../domain/speaker.ts'
import type { Turn } from '../../domain/transcript.ts'
import { wordsIn } from '../../domain/text/words.ts'
import type { IndexedTurns } from '../../db/search.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { SearchFilters } from '../contract/search.ts'
import { FrozenTexts } from '../transcripts/frozen-texts.ts'
import { visiblePasses } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** A transcript with the turns in which something was found, each by its place among the turns, from 0. */
export interface FoundTranscript {
  readonly transcript: ListedTranscript
  readonly indexed: IndexedTurns
  readonly places: readonly number[]
  /** The hits of those turns of which only some count, being within the codings asked for. */
  readonly some: ReadonlyMap<number, readonly Span[]>
}

/** What the search found, in the order of the transcripts. Without a query: every turn that the filters let through. */
export function findTurns(
  study: OpenStudy,
  query: SearchQuery | null,
  filters: SearchFilters,
  viewerId: CoderId | undefined,
): readonly FoundTranscript[] {
  const transcripts = transcriptsWithin(study, filters)
  const speakers = speakersOf(study, filters)
  const { search } = study.read
  const ofSpeakers = speakers === null && query !== null ? null : search.turnsOf(speakers)
  const turns = query === null ? (ofSpeakers ?? []) : inBoth(search.matching(query), ofSpeakers)
  const codings = codingsAskedFor(study, filters, viewerId)
  const found: FoundTranscript[] = []
  const revisions = search.revisions()
  for (const transcript of transcripts) {
    const indexed = revisions.get(transcript.revisionId)
    if (indexed === undefined) continue
    const from = firstFrom(turns, indexed.first)
    const to = firstFrom(turns, indexed.first + indexed.count)
    if (from === to) continue
    const places = turns.slice(from, to).map((turn) => turn - indexed.first)
    const one = { transcript, indexed, places, some: new Map<number, readonly Span[]>() }
    const kept = codings.reduce<FoundTranscript>(
      (each, { spans, isCoded }) => keepCoded(study, each, query, spans.get(transcript.id) ?? [], isCoded),
      one,
    )
    if (kept.places.length > 0) found.push(kept)
  }
  return found
}

/** The hits in one of the turns found. Without a query the whole turn is what was found. */
export function hitsIn(
  study: OpenStudy,
  found: FoundTranscript,
  place: number,
  query: SearchQuery | null,
): readonly Span[] {
  const some = found.some.get(place)
  if (some !== undefined) return some
  const { text, turns } = FrozenTexts.of(study).read(found.transcript.revisionId)
  const turn = turns[place]
  if (turn === undefined) return []
  if (query === null) return turn.start < turn.end ? [turn] : []
  return hitsAmong(wordsIn(text, turn), query)
}

export function turnAt(study: OpenStudy, { transcript }: FoundTranscript, place: number): Turn | undefined {
  return FrozenTexts.of(study).read(transcript.revisionId).turns[place]
}

function transcriptsWithin(study: OpenStudy, filters: SearchFilters): readonly ListedTranscript[] {
  const ids = new Set<TranscriptId>(filters.transcripts)
  const people = new Map(
    filters.attributes.length === 0 ? [] : study.read.participants.all().map((one) => [one.id, one]),
  )
  return study.read.transcripts.all().filter((transcript) => {
    if (ids.size > 0 && !ids.has(transcript.id)) return false
    if (filters.languages.length > 0 && !filters.languages.includes(transcript.language ?? '')) return false
    const person = transcript.participantId === null ? undefined : people.get(transcript.participantId)
    return filters.attributes.every(({ name, values }) => {
      const value = person === undefined ? null : attributeValue(person, name)
      return value !== null && values.includes(value)
    })
  })
}

/** The labels asked for; null where everyone's words count, those of nobody in particular too. */
function speakersOf(study: OpenStudy, { who, speakers }: SearchFilters): readonly string[] | null {
  if (who === 'anyone') return speakers.length === 0 ? null : speakers
  return study.read.search
    .speakers()
    .map(({ name }) => name)
    .filter((name) => isInterviewer(name) === (who === 'interviewers'))
    .filter((name) => speakers.length === 0 || speakers.includes(name))
}

interface CodingsAskedFor {
  readonly spans: CodedSpans
  readonly isCoded: boolean
}

function codingsAskedFor(
  study: OpenStudy,
  { codes, coded }: SearchFilters,
  viewerId: CoderId | undefined,
): readonly CodingsAskedFor[] {
  return [
    ...codes.map(({ codeId, isCoded }) => ({
      spans: codedSpans(study, codesWithin(study, codeId), viewerId),
      isCoded,
    })),
    ...(coded === 'any' ? [] : [{ spans: codedSpans(study, null, viewerId), isCoded: coded === 'coded' }]),
  ]
}

type CodedSpans = ReadonlyMap<TranscriptId, readonly Span[]>

/** What was read last for each study, while nothing was changed: the same filter stands while one types. */
const lately = new WeakMap<OpenStudy, { readonly key: string; readonly spans: CodedSpans }>()

function codedSpans(study: OpenStudy, codes: readonly CodeId[] | null, viewerId: CoderId | undefined): CodedSpans {
  const key = JSON.stringify([study.read.journal.newest(), codes, viewerId])
  const known = lately.get(study)
  if (known?.key === key) return known.spans
  const spans = study.read.search.codedSpans(codes, visiblePasses(study, viewerId))
  lately.set(study, { key, spans })
  return spans
}

/** The code and every code in it, at any depth. */
function codesWithin(study: OpenStudy, id: CodeId): readonly CodeId[] {
  const children = Map.groupBy(study.read.codes.all(), ({ parentId }) => parentId)
  const all = new Set([id])
  for (const code of all) for (const child of children.get(code) ?? []) all.add(child.id)
  return [...all]
}

/**
 * Keeps the hits that share words with the codings, or those that share none. Only where a turn is coded in part must its
 * words be read: else all of its hits stay, or none.
 */
function keepCoded(
  study: OpenStudy,
  found: FoundTranscript,
  query: SearchQuery | null,
  codings: readonly Span[],
  isCoded: boolean,
): FoundTranscript {
  if (codings.length === 0) return isCoded ? { ...found, places: [] } : found
  const passages = joined(codings)
  const { turns } = FrozenTexts.of(study).read(found.transcript.revisionId)
  const places: number[] = []
  const some = new Map(found.some)
  let at = 0
  for (const place of found.places) {
    const turn = turns[place]
    if (turn === undefined) continue
    while ((passages[at]?.end ?? Infinity) <= turn.start) at++
    const first = passages[at]
    if (first === undefined || first.start >= turn.end) {
      if (!isCoded) places.push(place)
    } else if (contains(first, turn)) {
      if (isCoded) places.push(place)
    } else {
      const kept = hitsIn(study, { ...found, some }, place, query).filter(
        (hit) => touches(passages, at, hit) === isCoded,
      )
      some.set(place, kept)
      if (kept.length > 0) places.push(place)
    }
  }
  return { ...found, places, some }
}

function touches(passages: readonly Span[], from: number, hit: Span): boolean {
  for (let at = from; at < passages.length; at++) {
    const one = passages[at]
    if (one === undefined || one.start >= hit.end) return false
    if (overlaps(one, hit)) return true
  }
  return false
}

/** Spans in order of their start, those that overlap or touch made one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last === undefined || span.start > last.end) result.push(span)
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end }
  }
  return result
}

/** What is in both lists, each ascending; a list that is not there limits nothing. */
function inBoth(a: readonly number[], b: readonly number[] | null): readonly number[] {
  if (b === null) return a
  const both: number[] = []
  let at = 0
  for (const value of a) {
    while ((b[at] ?? Infinity) < value) at++
    if (b[at] === value) both.push(value)
  }
  return both
}

/** Where the first number is that is not below `least`, in an ascending list. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) < least) low = middle + 1
    else high = middle
  }
  return low
}
