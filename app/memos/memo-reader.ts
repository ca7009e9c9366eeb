import { codebookOf, PATH_SEPARATOR, pathOf, type Codebook } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId, type CodeId, type CoderId, type TranscriptId } from '../../domain/ids.ts'
import { mayChangeMemo, memoLinks, memoName, writtenInRound, type Memo, type MemoSubject } from '../../domain/memo.ts'
import type { Span } from '../../domain/span.ts'
import { spanOf } from '../../domain/span.ts'
import type { RecordedRow } from '../../db/journal-record.ts'
import type { Output } from '../contract.ts'
import type { ListedMemo, MemoAbout, NamedCode } from '../contract/memos.ts'
import type { Passage } from '../contract/values.ts'
import { visibility } from '../handlers.ts'
import { FrozenTexts } from '../transcripts/frozen-texts.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'

/** Reads memos for one viewer: which there are for them, and what each is about. Everything else is read once. */
export class MemoReader {
  readonly #study: OpenStudy
  readonly #viewer: CoderId
  readonly #sees
  readonly #passages: Passages
  readonly #codebook: Codebook
  readonly #coders
  readonly #rounds
  readonly #filed
  readonly #lengths = new Map<TranscriptId, number | null>()

  constructor(study: OpenStudy, viewer: CoderId) {
    const { people, codes, memos } = study.read
    this.#study = study
    this.#viewer = viewer
    this.#sees = visibility(study, viewer)
    this.#passages = new Passages(study)
    this.#codebook = codebookOf(codes.all())
    this.#coders = new Map(people.coders().map((coder) => [coder.id, coder]))
    this.#rounds = new Map(people.rounds().map((round) => [round.id, round]))
    this.#filed = memos.codes()
  }

  /** Those the viewer may see: never one on a coding that they may not. */
  visible(memos: readonly Memo[]): readonly Memo[] {
    return memos.filter((memo) => this.#maySee(memo))
  }

  /** @throws AxialError not-found, whether there is none or the viewer may not see it */
  require(memo: Memo | null, id: string): Memo {
    if (memo === null || !this.#maySee(memo)) throw new AxialError('not-found', { what: 'memo', name: id })
    return memo
  }

  read(memo: Memo): ListedMemo {
    const { id, title, body, subject, coderId, roundId, writtenAt, updatedAt } = memo
    const links = memoLinks(body)
    const coder = coderId === null ? undefined : this.#coders.get(coderId)
    const round = roundId === null ? undefined : this.#rounds.get(roundId)
    return {
      id,
      title,
      body,
      subject,
      about: this.#describe(subject),
      coderId,
      coder: coder?.name ?? null,
      round: round?.name ?? null,
      isBlind: coderId !== null && round?.state === 'blind',
      mayChange: mayChangeMemo(memo, this.#viewer),
      writtenAt,
      updatedAt,
      codes: (this.#filed.get(id) ?? []).flatMap((code) => this.#code(code) ?? []),
      links: {
        codes: links.codes.flatMap((code) => this.#code(code) ?? []),
        passages: links.passages.flatMap(({ transcriptId, span }) => this.#passage(transcriptId, span) ?? []),
      },
    }
  }

  /** @throws AxialError not-found for a coding that the viewer may not see, as for one that never was */
  about(subject: MemoSubject): MemoAbout {
    if (subject.kind === 'coding' && this.#maySeeCoding(subject.id) !== true) {
      throw new AxialError('not-found', { what: 'coding', name: subject.id })
    }
    return this.#describe(subject)
  }

  /** Where a memo stands in a transcript; null for one that is about no words of it. */
  placed(memo: Memo, transcriptId: TranscriptId): Output<'memos.ofTranscript'>[number] | null {
    const { id, subject, coderId } = memo
    const coder = coderId === null ? null : (this.#coders.get(coderId)?.name ?? null)
    const said = { id, name: memoName(memo), coder }
    if (subject.kind === 'passage') {
      if (subject.transcriptId !== transcriptId) return null
      return { ...said, kind: 'passage', codingId: null, ...subject.span }
    }
    if (subject.kind === 'coding') {
      const coding = this.#study.read.codings.byId(subject.id)
      if (coding?.transcriptId !== transcriptId) return null
      return { ...said, kind: 'coding', codingId: coding.id, start: coding.start, end: coding.end }
    }
    if (subject.kind !== 'segment') return null
    const row = this.#study.read.record.row('segment', subject.id)
    const span = spanIn(row)
    return row?.['transcript_id'] === transcriptId && span !== null
      ? { ...said, kind: 'segment', codingId: null, ...span }
      : null
  }

  #maySee(memo: Memo): boolean {
    const work = writtenInRound(memo)
    if (work !== null && !this.#sees(work.coderId, work.roundId)) return false
    if (memo.coderId === this.#viewer || memo.subject.kind !== 'coding') return true
    return this.#maySeeCoding(memo.subject.id) ?? true
  }

  /** Also of one that is gone: that it was there is its coder's to know. Null where there never was such a coding. */
  #maySeeCoding(id: Extract<MemoSubject, { kind: 'coding' }>['id']): boolean | null {
    const coding = this.#study.read.record.lastKnown('coding', id)
    return coding && this.#sees(asId(textOf(coding, 'coder_id')), asId(textOf(coding, 'round_id')))
  }

  #describe(subject: MemoSubject): MemoAbout {
    const { read } = this.#study
    switch (subject.kind) {
      case 'study':
        return { name: read.title(), exists: true, passage: null }
      case 'passage': {
        const passage = this.#passage(subject.transcriptId, subject.span)
        return { name: '', exists: passage !== null, passage }
      }
      case 'code': {
        const known = this.#code(subject.id)?.path
        const gone = read.record.lastKnown('code', subject.id)
        return { name: known ?? textOf(gone, 'name'), exists: known !== undefined, passage: null }
      }
      case 'coding': {
        const coding = read.codings.byId(subject.id)
        if (coding === null) return { name: '', exists: false, passage: null }
        const passage = this.#passage(coding.transcriptId, coding)
        return { name: this.#code(coding.codeId)?.path ?? '', exists: true, passage }
      }
      case 'segment': {
        const row = read.record.row('segment', subject.id)
        const span = spanIn(row)
        const transcriptId: TranscriptId = asId(textOf(row, 'transcript_id'))
        const passage = span === null ? null : this.#passage(transcriptId, span)
        return { name: textOf(row, 'title'), exists: row !== null, passage }
      }
      case 'participant':
        return this.#row('participant', subject.id, ['pseudonym'])
      case 'transcript':
        return this.#row('transcript', subject.id, ['name'])
      case 'mismatch':
        return this.#row('mismatch', subject.id, ['reference', 'description'])
      case 'quality_issue':
        return this.#row('quality_issue', subject.id, ['reference', 'name'])
    }
  }

  #row(table: string, id: string, columns: readonly string[]): MemoAbout {
    const row = this.#study.read.record.lastKnown(table, id)
    const exists = this.#study.read.record.row(table, id) !== null
    const words = columns.map((column) => textOf(row, column)).filter((text) => text !== '')
    return { name: words.join(': '), exists, passage: null }
  }

  #code(id: CodeId): NamedCode | null {
    const code = this.#codebook.get(id)
    if (code === undefined) return null
    return { id, path: pathOf(this.#codebook, id).join(PATH_SEPARATOR), colour: code.colour }
  }

  /** Null where the transcript is gone or shorter. */
  #passage(transcriptId: TranscriptId, span: Span): Passage | null {
    const length = this.#lengths.get(transcriptId) ?? this.#lengthOf(transcriptId)
    this.#lengths.set(transcriptId, length)
    return length !== null && span.end <= length ? this.#passages.at(transcriptId, span) : null
  }

  #lengthOf(id: TranscriptId): number | null {
    const listed = this.#study.read.transcripts.byId(id)
    return listed === null ? null : FrozenTexts.of(this.#study).read(listed.revisionId).text.length
  }
}

function textOf(row: RecordedRow | null, column: string): string {
  const value = row?.[column] ?? ''
  return String(value)
}

function spanIn(row: RecordedRow | null): Span | null {
  const { start, end } = row ?? {}
  return typeof start === 'number' && typeof end === 'number' ? spanOf(start, end) : null
}
