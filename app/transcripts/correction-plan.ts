import { mayCode, type Coder } from '../../domain/coding.ts'
import { correctTurns } from '../../domain/correction.ts'
import { AxialError } from '../../domain/errors.ts'
import { correctionOf, reanchor, type Correction, type Reanchored } from '../../domain/re-anchoring.ts'
import { snapToGraphemes, spanOf, type Span } from '../../domain/span.ts'
import type { TranscriptText } from '../../domain/transcript.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { parseTranscript } from '../../formats/transcript-text.ts'
import { spanTable } from '../../db/span-tables.ts'
import type { PlacedSpan, SpanMove } from '../../db/spans.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { ParsedInput } from '../contract.ts'
import type { CorrectionAnswer } from '../contract/corrections.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { hashOf, requireTranscript } from './transcript-service.ts'

type CorrectionInput = ParsedInput<'corrections.preview'>

/** A passage that a person has to decide on. */
export interface AskedAbout {
  readonly span: PlacedSpan
  readonly reason: 'gone' | 'uncertain' | 'same'
  readonly proposal: Span | null
  /** Whether the corrector may decide on it: their own unfinished work and what is the study's; a moderator on all. */
  readonly isTheirs: boolean
  readonly isAnswered: boolean
}

/** A passage whose words are corrected with the text. */
export interface ChangedSpan {
  readonly span: PlacedSpan
  readonly to: Span
}

/** All that a correction does, worked out and not yet done. */
export interface CorrectionPlan {
  readonly transcript: ListedTranscript
  readonly former: TranscriptText
  readonly content: TranscriptText
  readonly correction: Correction
  readonly moves: readonly SpanMove[]
  /** Whether the corrector may be shown whose and which a passage is. */
  readonly sees: (span: PlacedSpan) => boolean
  readonly kept: readonly PlacedSpan[]
  readonly changed: readonly ChangedSpan[]
  readonly asked: readonly AskedAbout[]
}

/**
 * Works out a correction. Spans are all moved, those too that the corrector may not see.
 * @throws AxialError not-found, transcript-corrected, nothing-corrected, turn-empty, speaker-unwritten, file-empty,
 * transcript-exists, span-outside, and what a file is refused for
 */
export async function planCorrection(study: OpenStudy, input: CorrectionInput, task: Task): Promise<CorrectionPlan> {
  const coder = study.coder(input.coderId)
  const transcript = requireTranscript(study, input.transcriptId)
  const { name, revisionId } = transcript
  if (revisionId !== input.revisionId) throw new AxialError('transcript-corrected', { name })
  const former = { text: study.read.transcripts.text(revisionId), turns: study.read.transcripts.turns(revisionId) }
  const { content, correction } = correctedText(former, input.correction)
  const existing = study.read.transcripts.byHash(hashOf(content.text))
  if (existing !== null && existing.id !== transcript.id) {
    throw new AxialError('transcript-exists', { name, existing: existing.name })
  }
  const spans = study.read.spans.ofTranscript(transcript.id)
  const found: Found[] = []
  for (const [index, span] of spans.entries()) {
    found.push({ span, result: reanchor(correction, span) })
    // In percent: how many there are is not everyone's to know.
    await task.step({ done: Math.floor((100 * (index + 1)) / spans.length), total: 100, what: name })
  }
  const twins = twinsOf(found)
  const isTheirs = decider(study, coder)
  const given = new Map(input.answers.map((one) => [`${one.kind} ${one.id}`, one]))
  const kept: PlacedSpan[] = []
  const changed: ChangedSpan[] = []
  const asked: AskedAbout[] = []
  const places: SpanMove[] = []
  for (const { span, result } of found) {
    const isTwin = twins.has(span)
    if (result.kind !== 'asked' && !isTwin) {
      if (result.kind === 'kept') kept.push(span)
      else changed.push({ span, to: result.span })
      places.push({ span, to: result.span })
      continue
    }
    const answer = isTheirs(span) ? given.get(`${span.kind} ${span.id}`) : undefined
    const place = answer === undefined ? undefined : placeOf(answer, content.text, name)
    if (place !== undefined) places.push({ span, to: place })
    const why = result.kind === 'asked' ? result : ({ reason: 'same', proposal: null } as const)
    const { reason, proposal } = why
    asked.push({ span, reason, proposal, isTheirs: isTheirs(span), isAnswered: place !== undefined })
  }
  requireApart(places)
  const isVisible = visibility(study, coder.id)
  return {
    transcript,
    former,
    content,
    correction,
    moves: places.filter(({ span, to }) => to?.start !== span.start || to.end !== span.end),
    sees: (span) => span.coderId === null || span.roundId === null || isVisible(span.coderId, span.roundId),
    kept,
    changed,
    asked,
  }
}

interface Found {
  readonly span: PlacedSpan
  readonly result: Reanchored
}

/**
 * The passages that would end up on the words of another one of the same code, coder and round, and so say the same thing
 * twice. Of such two the one that keeps its words stays.
 */
function twinsOf(found: readonly Found[]): ReadonlySet<PlacedSpan> {
  const taken = new Set<string>()
  const twins = new Set<PlacedSpan>()
  for (const kind of ['kept', 'changed'] as const) {
    for (const { span, result } of found) {
      if (result.kind !== kind) continue
      const key = keyAt(span, result.span)
      if (taken.has(key)) twins.add(span)
      taken.add(key)
    }
  }
  return twins
}

function keyAt({ kind, id, identity }: PlacedSpan, { start, end }: Span): string {
  return `${kind} ${identity ?? id} ${start} ${end}`
}

/** @throws AxialError span-taken */
function requireApart(places: readonly SpanMove[]): void {
  const taken = new Set<string>()
  for (const { span, to } of places) {
    if (to === null) continue
    const key = keyAt(span, to)
    if (taken.has(key)) throw new AxialError('span-taken')
    taken.add(key)
  }
}

function correctedText(former: TranscriptText, corrected: CorrectionInput['correction']) {
  if (corrected.kind === 'turns') return correctTurns(former, corrected.turns)
  const { name, bytes } = corrected.file
  const { text } = decodeText(name, bytes)
  if (text === former.text) throw new AxialError('nothing-corrected')
  const content = parseTranscript(text)
  if (content.turns.length === 0) throw new AxialError('file-empty', { name })
  return { content, correction: correctionOf(former.text, text) }
}

/** A coder decides on their own work in rounds that are not finished, and on what is the study's; a moderator on all. */
function decider(study: OpenStudy, coder: Coder): (span: PlacedSpan) => boolean {
  if (coder.kind === 'moderator') return () => true
  const unfinished = new Set(study.read.people.rounds().flatMap((round) => (mayCode(round) ? [round.id] : [])))
  return ({ coderId, roundId }) =>
    coderId === null || (coderId === coder.id && (roundId === null || unfinished.has(roundId)))
}

/** Where an answer puts a passage: null removes it, undefined is no answer to this passage. */
function placeOf({ kind, answer }: CorrectionAnswer, text: string, name: string): Span | null | undefined {
  if (answer.do === 'remove') return spanTable(kind).removal === null ? undefined : null
  const { start, end } = answer
  const span = spanOf(start, end, text.length)
  if (span === null || text.slice(start, end).trim() === '') throw new AxialError('span-outside', { start, end, name })
  return snapToGraphemes(text, span)
}
