import type { TranscriptId } from '../domain/ids.ts'
import type { Span } from '../domain/span.ts'
import { saidWithin, turnIndexAt, type Turn } from '../domain/transcript.ts'
import type { Passage } from './contract/values.ts'
import type { OpenStudy } from './study/open-study.ts'
import { requireTranscript } from './transcripts/transcript-service.ts'

/** UTF-16 units shown before and after the words, and of the words themselves. */
const AROUND = 90
const LONGEST = 600

/** Shows spans of transcripts in their context; each transcript is read once. */
export class Passages {
  readonly #study: OpenStudy
  readonly #read = new Map<TranscriptId, Opened>()

  constructor(study: OpenStudy) {
    this.#study = study
  }

  /** @throws AxialError not-found */
  at(transcriptId: TranscriptId, span: Span): Passage {
    const { name, participant, text, turns } = this.#open(transcriptId)
    const { start, end } = saidWithin(turns, span)
    const turn = turns[Math.max(0, turnIndexAt(turns, start))]
    const first = Math.max(turn?.start ?? 0, start - AROUND)
    const last = Math.min(Math.max(turn?.end ?? text.length, end), end + AROUND)
    return {
      transcriptId,
      transcript: name,
      participant,
      turn: turn?.number ?? 0,
      speaker: turn?.speaker ?? null,
      start: span.start,
      end: span.end,
      before: cutStart(text.slice(first, start), first > (turn?.start ?? 0)),
      words: cutEnd(text.slice(start, Math.min(end, start + LONGEST)), end > start + LONGEST),
      after: cutEnd(text.slice(end, last), turn !== undefined && last < turn.end),
    }
  }

  #open(id: TranscriptId): Opened {
    const known = this.#read.get(id)
    if (known !== undefined) return known
    const { name, participant, revisionId } = requireTranscript(this.#study, id)
    const { transcripts } = this.#study.read
    const opened = { name, participant, text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }
    this.#read.set(id, opened)
    return opened
  }
}

interface Opened {
  readonly name: string
  readonly participant: string | null
  readonly text: string
  readonly turns: readonly Turn[]
}

/** From a word's beginning on, so that no letter is cut from its accent. */
function cutStart(text: string, isCut: boolean): string {
  if (!isCut) return text
  const blank = text.search(/\s/)
  return blank === -1 ? `…${text.replace(/^[\uDC00-\uDFFF]/, '')}` : `…${text.slice(blank)}`
}

function cutEnd(text: string, isCut: boolean): string {
  if (!isCut) return text
  const whole = text.replace(/\s+\S*$/, '')
  return `${(whole === '' ? text : whole).replace(/[\uD800-\uDBFF]$/, '')}…`
}
