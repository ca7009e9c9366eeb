import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import { moveLinks } from '../../domain/memo.ts'
import { reanchor } from '../../domain/re-anchoring.ts'
import { asOffset, type Span } from '../../domain/span.ts'
import { changesOf, changesWithin } from '../../domain/text/text-changes.ts'
import { countWords, turnIndexAt, type TranscriptText, type Turn } from '../../domain/transcript.ts'
import { spanTable } from '../../db/span-tables.ts'
import type { PlacedSpan } from '../../db/spans.ts'
import type { Output } from '../contract.ts'
import type { AskedSpan } from '../contract/corrections.ts'
import { planCorrection, type AskedAbout, type CorrectionPlan } from './correction-plan.ts'
import type { Handlers, Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { hashOf, requireTranscript } from './transcript-service.ts'

/** How many changed turns and passages a preview lists; it counts them all. */
const MOST_LISTED = 200

export const correctionHandlers: Handlers<Under<'corrections'>> = {
  'corrections.preview': async (study, input, task) => previewOf(study, await planCorrection(study, input, task)),
  'corrections.apply': async (study, input, task) => {
    const plan = await planCorrection(study, input, task)
    const { transcript, content, moves } = plan
    const open = plan.asked.filter(({ isAnswered }) => !isAnswered)
    if (open.some(({ isTheirs }) => !isTheirs)) throw new AxialError('correction-for-moderator')
    if (open.length > 0) throw new AxialError('correction-undecided', { count: open.length })
    const revisionId = study.newId('revision')
    study.act({ action: 'corrections.apply', detail: transcript.name, coderId: input.coderId }, () => {
      const { text, turns } = content
      const { transcripts, corrections, spans } = study.write
      transcripts.addRevision({ id: revisionId, sha256: hashOf(text), text, turns, words: countWords(text, turns) })
      transcripts.setRevision(transcript.id, revisionId)
      spans.move(moves)
      moveLinksOfMemos(study, plan)
      corrections.add({
        id: study.newId('correction'),
        transcriptId: transcript.id,
        formerId: transcript.revisionId,
        revisionId,
        coderId: input.coderId,
        reason: input.reason.trim(),
        at: study.at(),
      })
    })
    // Of what others did blind not even the number is told.
    return { revisionId, moved: moves.filter(({ span }) => plan.sees(span)).length }
  },
  'corrections.list': (study, { transcriptId }) => {
    requireTranscript(study, transcriptId)
    const names = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
    return study.read.corrections.ofTranscript(transcriptId).map(({ at, coderId, reason }) => ({
      at,
      coder: coderId === null ? null : (names.get(coderId) ?? null),
      reason,
    }))
  },
}

function previewOf(study: OpenStudy, plan: CorrectionPlan): Output<'corrections.preview'> {
  const { former, correction, sees } = plan
  const changes = changesOf(correction, former.turns)
  const codes = new Map(study.read.codes.all().map(({ id, name }) => [id, name]))
  const coders = new Map(study.read.people.coders().map(({ id, name }) => [id, name]))
  const affected = (span: PlacedSpan) => {
    const coding = span.kind === 'coding' && sees(span) ? study.read.codings.byId(asId(span.id)) : null
    return {
      kind: span.kind,
      id: span.id,
      turn: former.turns[Math.max(0, turnIndexAt(former.turns, span.start))]?.number ?? 0,
      words: shortWords(former.text, span),
      code: coding === null ? null : (codes.get(coding.codeId) ?? null),
      coder: span.coderId !== null && sees(span) ? (coders.get(span.coderId) ?? null) : null,
    }
  }
  return {
    changes: changes.slice(0, MOST_LISTED).map(({ pieces, ...change }) => ({ ...change, pieces: [...pieces] })),
    changedTurns: changes.length,
    kept: plan.kept.filter(sees).length,
    changed: plan.changed
      .filter(({ span }) => sees(span))
      .slice(0, MOST_LISTED)
      .map(({ span }) => ({ ...affected(span), pieces: [...changesWithin(correction, span)] })),
    asked: plan.asked
      .filter(({ isTheirs }) => isTheirs)
      .map((one): AskedSpan => ({ ...affected(one.span), ...askedOf(plan, one) })),
    isForModerator: plan.asked.some(({ isTheirs }) => !isTheirs),
  }
}

/**
 * Links in memos lead to words as passages do, but nobody is asked about them: where the words are gone, the link leads to
 * the turns around where they stood.
 */
function moveLinksOfMemos(study: OpenStudy, plan: CorrectionPlan): void {
  const { transcript, correction } = plan
  const follow = (span: Span): Span => {
    const found = reanchor(correction, span)
    return found.kind === 'asked' ? (found.proposal ?? turnsNear(plan, span)) : found.span
  }
  const { memos } = study.write
  for (const memo of memos.all()) {
    const body = moveLinks(memo.body, transcript.id, follow)
    if (body !== memo.body) memos.change({ ...memo, body })
  }
}

function askedOf(plan: CorrectionPlan, { span, reason, proposal }: AskedAbout) {
  const words = (place: Span) => ({ ...place, words: plan.content.text.slice(place.start, place.end) })
  return {
    reason,
    proposal: proposal === null ? null : words(proposal),
    near: words(turnsNear(plan, proposal ?? span, proposal !== null)),
    isRemovable: spanTable(span.kind).removal !== null,
  }
}

/** The turn of the corrected text where the span begins, or began where it is one of the former, and those beside it. */
function turnsNear({ content, correction }: CorrectionPlan, { start }: Span, isCorrected = false): Span {
  const { text, turns } = content
  const shift = isCorrected ? undefined : correction.edits.findLast((edit) => edit.start <= start)
  const around = shift === undefined ? start : Math.max(shift.newStart, start - shift.end + shift.newEnd)
  return turnsAround(content, Math.min(around, Math.max(0, text.length - 1))) ?? wholeOf(turns)
}

/** The turn at `offset` with the one before and the one after it. */
function turnsAround({ turns }: TranscriptText, offset: number): Span | null {
  const index = Math.max(0, turnIndexAt(turns, offset))
  const first = turns[index - 1] ?? turns[index]
  const last = turns[index + 1] ?? turns[index]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

function wholeOf(turns: readonly Turn[]): Span {
  return { start: turns[0]?.start ?? asOffset(0), end: turns.at(-1)?.end ?? asOffset(0) }
}

const LONGEST = 300

function shortWords(text: string, { start, end }: Span): string {
  if (end - start <= LONGEST) return text.slice(start, end)
  return `${text
    .slice(start, start + LONGEST)
    .replace(/\s+\S*$/, '')
    .toWellFormed()}…`
}
