import type { Aggregates } from '../../db/aggregates.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, RoundId, TranscriptId } from '../../domain/ids.ts'
import { CODE_FIELDS, OWNED_TABLES, WORK_TABLES, type ReturnedCode, type Work } from '../../domain/packet/packet.ts'
import type { Coder, Round } from '../../domain/coding.ts'
import { packetWork, type Handout, type PacketSegment, type Returned } from '../../formats/packet/content.ts'

/** Which of their memos a coder gives away. */
export type MemoChoice = 'all' | 'none' | readonly string[]

/** What is handed out. */
export interface HandoutAsked {
  readonly coder: Coder
  readonly round: Round
  /** All by default. */
  readonly transcripts: readonly TranscriptId[] | undefined
  /** Whether what the coder did in the round goes along: whoever makes the packet must be allowed to see it. */
  readonly takesWork: boolean
}

/**
 * What is handed out to a coder: the texts, the whole codebook, the segments, and of codings none but theirs. Who was
 * interviewed and where a text came from stay behind.
 */
export function handoutFor(rows: Aggregates, { coder, round, transcripts, takesWork }: HandoutAsked): Handout {
  const chosen = rows.transcripts.all().filter(({ id }) => transcripts?.includes(id) ?? true)
  if (chosen.length === 0) throw new AxialError('packet-texts-missing')
  const texts = new Set<string>(chosen.map(({ id }) => id))
  const segments = chosen.flatMap(({ id }) => segmentsOf(rows, id))
  const known = new Set(segments.map(({ id }) => id))
  const work = workOf(rows, coder.id, round.id, 'all')
  const kept = {
    assignment: work.assignment.filter((row) => texts.has(String(row['transcript_id']))),
    coding: work.coding.filter((row) => texts.has(String(row['transcript_id']))),
    screening: work.screening.filter((row) => known.has(String(row['segment_id']))),
    quote: work.quote.filter((row) => texts.has(String(row['transcript_id']))),
    memo: work.memo,
  }
  const none = { assignment: [], coding: [], screening: [], quote: [], memo: [] }
  return {
    kind: 'handout',
    study: { ...rows.packets.study() },
    round: { ...round },
    coder: { ...coder },
    version: rows.versions.all().at(-1)?.name ?? null,
    codes: rows.packets.codes().map((code) => ({ ...code })),
    transcripts: chosen.map(({ id, name, language, importedAt, revisionId }) => {
      const revision = {
        id: revisionId,
        sha256: rows.transcripts.hash(revisionId) ?? '',
        text: rows.transcripts.text(revisionId),
      }
      const turns = rows.transcripts.turns(revisionId).map((turn) => ({ ...turn }))
      return { id, name, language, imported_at: importedAt, revision, turns }
    }),
    segments,
    work: packetWork(withChildren(work, takesWork ? kept : none)),
  }
}

/** What a coder gives back. */
export function returnOf(rows: Aggregates, coderId: CoderId, roundId: RoundId, memos: MemoChoice): Returned {
  const work = workOf(rows, coderId, roundId, memos)
  const names = (table: keyof Work, column: string) => work[table].map((row) => String(row[column]))
  const used = new Set([
    ...names('coding', 'code_id'),
    ...names('screening_instance', 'code_id'),
    ...names('memo_code', 'code_id'),
    ...names('code_example', 'code_id'),
  ])
  const screened = new Set(names('screening', 'segment_id'))
  const noted = work.memo.filter((row) => row['subject_kind'] === 'segment').map((row) => String(row['subject_id']))
  const all = rows.transcripts.all()
  const segments = all
    .flatMap(({ id }) => segmentsOf(rows, id))
    .filter(({ id }) => screened.has(id) || noted.includes(id))
  const texts = new Set([
    ...names('assignment', 'transcript_id'),
    ...names('coding', 'transcript_id'),
    ...names('quote', 'transcript_id'),
    ...names('memo', 'subject_id'),
    ...segments.map((segment) => segment.transcript_id),
  ])
  return {
    kind: 'return',
    codes: returnedCodes(rows, used).map((code) => ({ ...code, changed: [...code.changed] })),
    texts: all
      .filter(({ id }) => texts.has(id))
      .map(({ id, name, revisionId }) => ({ id, name, sha256: rows.transcripts.hash(revisionId) ?? '' })),
    segments,
    work: packetWork(work),
    removed: OWNED_TABLES.flatMap((table) =>
      rows.packets.removed(table, coderId, roundId).map((id) => ({ table, id })),
    ),
  }
}

/** The codes that were made here or changed here, those that the work names, and those that hold them. */
function returnedCodes(rows: Aggregates, used: ReadonlySet<string>): readonly ReturnedCode[] {
  const origins = new Map(rows.packets.origins().map((origin) => [origin.id, origin]))
  const codes = rows.packets.codes().map((code): ReturnedCode => {
    const origin = origins.get(code.id)
    const isNew = origin === undefined || origin.holder_id !== null
    return { ...code, isNew, changed: isNew ? [] : CODE_FIELDS.filter((field) => code[field] !== origin[field]) }
  })
  const byId = new Map(codes.map((code) => [code.id, code]))
  const wanted = new Set<string>()
  for (const code of codes) {
    if (!code.isNew && code.changed.length === 0 && !used.has(code.id)) continue
    for (let at: ReturnedCode | undefined = code; at !== undefined && !wanted.has(at.id);) {
      wanted.add(at.id)
      at = at.parent_id === null ? undefined : byId.get(at.parent_id)
    }
  }
  return codes.filter(({ id }) => wanted.has(id))
}

function workOf(rows: Aggregates, coderId: CoderId, roundId: RoundId, memos: MemoChoice): Work {
  const work = rows.work.ofPass(coderId, roundId)
  if (memos === 'all') return work
  return withChildren(work, { ...work, memo: work.memo.filter(({ id }) => memos !== 'none' && memos.includes(id)) })
}

/** The kept rows, with what hangs on them. */
function withChildren(work: Work, kept: Pick<Work, (typeof OWNED_TABLES)[number]>): Work {
  const result: { -readonly [Table in keyof Work]: Work[Table] } = { ...work, ...kept }
  for (const { name, parent } of WORK_TABLES) {
    if (parent === null) continue
    const above = new Set(result[parent.table].map(({ id }) => id))
    result[name] = work[name].filter((row) => above.has(String(row[parent.column])))
  }
  return result
}

function segmentsOf(rows: Aggregates, transcriptId: TranscriptId): PacketSegment[] {
  return rows.segments
    .ofTranscript(transcriptId)
    .map(({ id, start, end, title }) => ({ id, transcript_id: transcriptId, start, end, title }))
}
