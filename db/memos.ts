import { asId, type CodeId } from '../domain/ids.ts'
import type { Memo, MemoId, MemoSubject } from '../domain/memo.ts'
import { asOffset } from '../domain/span.ts'
import type { Connection } from './connection.ts'

/** A passage alone has a span, as a CHECK of the table says. */
type SubjectColumns =
  | { readonly subject_kind: 'passage'; readonly start: number; readonly end: number }
  | { readonly subject_kind: Exclude<MemoSubject['kind'], 'passage'>; readonly start: null; readonly end: null }

type MemoRow = SubjectColumns & {
  readonly id: string
  readonly title: string
  readonly subject_id: string
  readonly coder_id: string | null
  readonly round_id: string | null
  readonly body: string
  readonly written_at: string
  readonly updated_at: string
}

const COLUMNS = 'id, title, subject_kind, subject_id, start, "end", coder_id, round_id, body, written_at, updated_at'

function subjectFromRow(row: MemoRow): MemoSubject {
  const { subject_id: id } = row
  switch (row.subject_kind) {
    case 'study':
      return { kind: row.subject_kind }
    case 'passage':
      return {
        kind: row.subject_kind,
        transcriptId: asId(id),
        span: { start: asOffset(row.start), end: asOffset(row.end) },
      }
    case 'participant':
      return { kind: row.subject_kind, id: asId(id) }
    case 'transcript':
      return { kind: row.subject_kind, id: asId(id) }
    case 'segment':
      return { kind: row.subject_kind, id: asId(id) }
    case 'code':
      return { kind: row.subject_kind, id: asId(id) }
    case 'coding':
      return { kind: row.subject_kind, id: asId(id) }
    case 'mismatch':
      return { kind: row.subject_kind, id: asId(id) }
    case 'quality_issue':
      return { kind: row.subject_kind, id: asId(id) }
  }
}

function fromRow(row: MemoRow): Memo {
  return {
    id: asId(row.id),
    title: row.title,
    subject: subjectFromRow(row),
    coderId: row.coder_id === null ? null : asId(row.coder_id),
    roundId: row.round_id === null ? null : asId(row.round_id),
    body: row.body,
    writtenAt: row.written_at,
    updatedAt: row.updated_at,
  }
}

/** What is kept of a subject: of a passage its transcript and its place; of the study, which is one, its own id. */
function keyOf(subject: MemoSubject, study: string): readonly [id: string, start: number | null, end: number | null] {
  if (subject.kind === 'passage') return [subject.transcriptId, subject.span.start, subject.span.end]
  return [subject.kind === 'study' ? study : subject.id, null, null]
}

/** The memos of a study, and the codes they are filed under. */
export class Memos {
  readonly #all
  readonly #byId
  readonly #about
  readonly #add
  readonly #change
  readonly #remove
  readonly #codes
  readonly #codesOf
  readonly #addCode
  readonly #removeCode
  readonly #removeCodes
  readonly #study

  constructor(db: Connection) {
    this.#all = db.prepare<[], MemoRow>(`SELECT ${COLUMNS} FROM memo ORDER BY written_at DESC, id DESC`)
    this.#byId = db.prepare<[string], MemoRow>(`SELECT ${COLUMNS} FROM memo WHERE id = ?`)
    this.#about = db.prepare<[string, string, number | null, number | null], MemoRow>(
      `SELECT ${COLUMNS} FROM memo WHERE subject_kind = ? AND subject_id = ? AND start IS ? AND "end" IS ?
       ORDER BY written_at DESC, id DESC`,
    )
    this.#add = db.prepare<
      [
        string,
        string,
        string,
        string,
        number | null,
        number | null,
        string | null,
        string | null,
        string,
        string,
        string,
      ]
    >(`INSERT INTO memo (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#change = db.prepare<[string, string, string, string]>(
      'UPDATE memo SET title = ?, body = ?, updated_at = ? WHERE id = ?',
    )
    this.#remove = db.prepare<[string]>('DELETE FROM memo WHERE id = ?')
    this.#codes = db.prepare<[], { memo_id: string; code_id: string }>(
      'SELECT m.memo_id, m.code_id FROM memo_code m JOIN code c ON c.id = m.code_id ORDER BY c.position, c.name',
    )
    this.#codesOf = db.prepare<[string], { code_id: string }>('SELECT code_id FROM memo_code WHERE memo_id = ?')
    this.#addCode = db.prepare<[string, string, string]>(
      'INSERT INTO memo_code (id, memo_id, code_id) VALUES (?, ?, ?)',
    )
    this.#removeCode = db.prepare<[string, string]>('DELETE FROM memo_code WHERE memo_id = ? AND code_id = ?')
    this.#removeCodes = db.prepare<[string]>('DELETE FROM memo_code WHERE memo_id = ?')
    this.#study = db.prepare<[], { id: string }>('SELECT id FROM study')
  }

  /** Newest first. */
  all(): readonly Memo[] {
    return this.#all.all().map(fromRow)
  }

  byId(id: MemoId): Memo | null {
    const row = this.#byId.get(id)
    return row === undefined ? null : fromRow(row)
  }

  /** About exactly this, newest first. */
  about(subject: MemoSubject): readonly Memo[] {
    return this.#about.all(subject.kind, ...keyOf(subject, this.#studyId())).map(fromRow)
  }

  add({ id, title, subject, coderId, roundId, body, writtenAt, updatedAt }: Memo): void {
    const key = keyOf(subject, this.#studyId())
    this.#add.run(id, title, subject.kind, ...key, coderId, roundId, body, writtenAt, updatedAt)
  }

  change({ id, title, body, updatedAt }: Pick<Memo, 'id' | 'title' | 'body' | 'updatedAt'>): void {
    this.#change.run(title, body, updatedAt, id)
  }

  remove(id: MemoId): void {
    this.#removeCodes.run(id)
    this.#remove.run(id)
  }

  /** The codes each memo is filed under, those that are gone left out. */
  codes(): ReadonlyMap<MemoId, readonly CodeId[]> {
    const rows = Map.groupBy(this.#codes.all(), (row): MemoId => asId(row.memo_id))
    return new Map([...rows].map(([memo, filed]) => [memo, filed.map((row) => asId<'code'>(row.code_id))]))
  }

  /** Files a memo under these codes and no others. */
  file(id: MemoId, codes: readonly CodeId[], newId: () => string): void {
    const wanted = new Set<string>(codes)
    const filed = new Set(this.#codesOf.all(id).map((row) => row.code_id))
    for (const code of filed) if (!wanted.has(code)) this.#removeCode.run(id, code)
    for (const code of wanted) if (!filed.has(code)) this.#addCode.run(newId(), id, code)
  }

  #studyId(): string {
    return this.#study.get()?.id ?? ''
  }
}
