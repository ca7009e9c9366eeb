import { AxialError } from '../../domain/errors.ts'
import type { CoderId, SegmentId, TranscriptId } from '../../domain/ids.ts'
import { mayCode } from '../../domain/coding.ts'
import { partOf, placeWithin, type Screening } from '../../domain/screening.ts'
import { joined, moveBoundary, snapToStart, splitAt, startHere, type Segment } from '../../domain/segment.ts'
import type { Span } from '../../domain/span.ts'
import { turnIndexAt, type Turn } from '../../domain/transcript.ts'
import type { Output } from '../contract.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { quoteHandlers } from './quote-service.ts'
import { isOf, screeningHandlers } from './screening-service.ts'
import { nameOfSegment, requireSegment } from './segment-name.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

export const segmentHandlers: Handlers<Under<'segments' | 'screenings' | 'quotes'>> = {
  ...screeningHandlers,
  ...quoteHandlers,
  'segments.list': (study, { transcriptId }) => {
    requireTranscript(study, transcriptId)
    const segments = study.read.segments.ofTranscript(transcriptId)
    // Asked again after every coding: most transcripts have none, and a long one takes a while to read.
    if (segments.length === 0) return []
    const { text, turns } = openTranscript(study, transcriptId)
    return segments.map((segment, index) => ({
      ...segment,
      number: index + 1,
      words: firstWords(text, turns, segment),
    }))
  },
  'segments.start': (study, { transcriptId, at, coderId }) => {
    const { text, turns } = openTranscript(study, transcriptId)
    const segments = study.write.segments.ofTranscript(transcriptId)
    const start = startHere(segments, snapToStart(text, turns, at), turns.at(-1)?.end ?? 0)
    if (start.kind === 'none') return null
    if (start.kind === 'split') {
      const segment = segments[start.index]
      return segment === undefined ? null : divide(study, segment, start.parts, 'segments.start', coderId)
    }
    const segment: Segment = { id: study.newId('segment'), transcriptId, ...start.span, title: '' }
    study.act({ action: 'segments.start', detail: detailOfNew(study, segment), coderId }, () =>
      study.write.segments.add(segment),
    )
    return listed(study, segment.id)
  },
  'segments.split': (study, { id, at, coderId }) => {
    const segment = requireSegment(study, id)
    const { text, turns } = openTranscript(study, segment.transcriptId)
    const parts = splitAt(segment, snapToStart(text, turns, at))
    if (parts === null) throw new AxialError('segment-boundary', { name: nameOfSegment(study, segment) })
    return divide(study, segment, parts, 'segments.split', coderId)
  },
  'segments.join': (study, { id, coderId }) => {
    const first = requireSegment(study, id)
    const segments = study.write.segments.ofTranscript(first.transcriptId)
    const second = segments[segments.findIndex((one) => one.id === id) + 1]
    const name = nameOfSegment(study, first)
    if (second === undefined) throw new AxialError('segment-last', { name })
    requireOwn(study, [first, second], coderId)
    const mine = study.write.screenings.ofSegment(first.id)
    const theirs = study.write.screenings.ofSegment(second.id)
    if (theirs.some((screening) => mine.some(isOf(screening)))) {
      throw new AxialError('segments-both-screened', { name, next: nameOfSegment(study, second) })
    }
    const { segments: written, screenings } = study.write
    study.act({ action: 'segments.join', detail: detailOf(study, first), coderId }, () => {
      for (const one of theirs) screenings.move(one.id, first.id, one.quoteSpan)
      written.redirect(second.id, first.id)
      written.remove(second.id)
      written.place(first.id, joined(first, second))
      const title = [first.title, second.title].filter((each) => each !== '').join(TITLES_BETWEEN)
      if (title !== first.title) written.rename(first.id, title)
    })
    return listed(study, first.id)
  },
  'segments.rename': (study, { id, title: given, coderId }) => {
    const segment = requireSegment(study, id)
    const title = given.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
    if (title !== segment.title) {
      const detail = detailOf(study, { ...segment, title })
      study.act({ action: 'segments.rename', detail, coderId }, () => study.write.segments.rename(id, title))
    }
    return listed(study, id)
  },
  'segments.move': (study, { id, side, to, coderId }) => {
    const segment = requireSegment(study, id)
    const { text, turns } = openTranscript(study, segment.transcriptId)
    const segments = study.write.segments.ofTranscript(segment.transcriptId)
    const index = segments.findIndex((one) => one.id === id)
    const moved = moveBoundary(segments, index, side, snapToStart(text, turns, to), turns.at(-1)?.end ?? 0)
    if (moved === null) throw new AxialError('segment-boundary', { name: nameOfSegment(study, segment) })
    if (moved.length === 0) return listed(study, id)
    const changed = moved.flatMap((one) => {
      const before = segments[one.index]
      return before === undefined ? [] : [{ ...before, ...one.span }]
    })
    requireOwn(study, changed, coderId)
    study.act({ action: 'segments.move', detail: detailOf(study, segment), coderId }, () => {
      for (const one of changed) {
        study.write.segments.place(one.id, one)
        for (const screening of study.write.screenings.ofSegment(one.id)) carry(study, screening, one.id, one)
      }
    })
    return listed(study, id)
  },
  'segments.remove': (study, { id, coderId }) => {
    const segment = requireSegment(study, id)
    const count = study.write.segments.countMismatches(id)
    if (count > 0) throw new AxialError('in-use', { what: 'segment', name: nameOfSegment(study, segment), count })
    requireOwn(study, [segment], coderId)
    study.act({ action: 'segments.remove', detail: detailOf(study, segment), coderId }, () => removeSegment(study, id))
    return {}
  },
}

/** Removes a segment with everyone's screenings of it. To be called within an action. */
function removeSegment(study: OpenStudy, id: SegmentId): void {
  for (const screening of study.write.screenings.ofSegment(id)) study.write.screenings.remove(screening.id)
  study.write.segments.remove(id)
}

/** The first part stays the segment it was; the second is a new one, with the screenings whose quotes are in it. */
function divide(
  study: OpenStudy,
  segment: Segment,
  parts: readonly [Span, Span],
  action: 'segments.start' | 'segments.split',
  coderId: CoderId | undefined,
): Output<'segments.split'> {
  requireOwn(study, [segment], coderId)
  const second: Segment = { ...parts[1], id: study.newId('segment'), transcriptId: segment.transcriptId, title: '' }
  // Who starts a segment is told of the new one, who divides one of that.
  const detail = action === 'segments.start' ? detailOfNew(study, second) : detailOf(study, segment)
  study.act({ action, detail, coderId }, () => {
    study.write.segments.place(segment.id, parts[0])
    study.write.segments.add(second)
    for (const screening of study.write.screenings.ofSegment(segment.id)) {
      const part = partOf(screening.quoteSpan, parts)
      carry(study, screening, part === 0 ? segment.id : second.id, parts[part])
    }
  })
  return listed(study, second.id)
}

/** Lets a screening go with a segment that changed; where its quote was taken from is forgotten if that is elsewhere now. */
function carry(study: OpenStudy, screening: Screening, segmentId: SegmentId, place: Span): void {
  const quoteSpan = placeWithin(place, screening.quoteSpan)
  if (segmentId === screening.segmentId && quoteSpan === screening.quoteSpan) return
  study.write.screenings.move(screening.id, segmentId, quoteSpan)
}

/**
 * What was screened in a finished round stays what agreement was measured on. A coder does not change a segment that
 * another has screened, which might be blind: the refusal tells that someone has, not who, how often or how. A moderator
 * may, and so may whoever holds the file.
 * @throws AxialError round-finished, segment-screened
 */
function requireOwn(study: OpenStudy, segments: readonly Segment[], coderId: CoderId | undefined): void {
  const finished = study.write.people.rounds().filter((round) => !mayCode(round))
  const decidesAlone = coderId === undefined || study.coder(coderId).kind === 'moderator'
  for (const segment of segments) {
    for (const screening of study.write.screenings.ofSegment(segment.id)) {
      const round = finished.find(({ id }) => id === screening.roundId)
      if (round !== undefined) throw new AxialError('round-finished', { name: round.name })
      if (!decidesAlone && screening.coderId !== coderId) {
        throw new AxialError('segment-screened', { name: nameOfSegment(study, segment) })
      }
    }
  }
}

function openTranscript(study: OpenStudy, id: TranscriptId) {
  const { name, revisionId } = requireTranscript(study, id)
  const { transcripts } = study.read
  return { name, text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }
}

/** A segment as the contract tells it, just after it was written. */
function listed(study: OpenStudy, id: SegmentId): Output<'segments.split'> {
  const segment = requireSegment(study, id)
  const { text, turns } = openTranscript(study, segment.transcriptId)
  const number = study.write.segments.ofTranscript(segment.transcriptId).findIndex((one) => one.id === id) + 1
  return { ...segment, number, words: firstWords(text, turns, segment) }
}

function detailOf(study: OpenStudy, segment: Segment): string {
  return `${requireTranscript(study, segment.transcriptId).name}, ${nameOfSegment(study, segment)}`
}

/** The same of one that is not there yet: by the number that it will have. */
function detailOfNew(study: OpenStudy, { transcriptId, start }: Segment): string {
  const before = study.write.segments.ofTranscript(transcriptId).filter((other) => other.start < start).length
  return `${requireTranscript(study, transcriptId).name}, ${String(before + 1)}`
}

const TITLES_BETWEEN = ' / '

/** Letters of a segment that are shown to tell it from others. */
const FIRST_WORDS = 120

function firstWords(text: string, turns: readonly Turn[], segment: Span): string {
  let words = ''
  for (let index = Math.max(0, turnIndexAt(turns, segment.start)); words.length <= FIRST_WORDS; index++) {
    const turn = turns[index]
    if (turn === undefined || turn.start >= segment.end) break
    const start = Math.max(turn.start, segment.start)
    words += ` ${text.slice(start, Math.min(turn.end, segment.end, start + FIRST_WORDS + 1))}`
  }
  const folded = words.replaceAll(/\s+/g, ' ').trim()
  if (folded.length <= FIRST_WORDS) return folded
  return `${folded
    .slice(0, FIRST_WORDS)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\s+\S*$/, '')}…`
}
