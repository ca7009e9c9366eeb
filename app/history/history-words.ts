import { codebookOf, PATH_SEPARATOR, pathOf } from '../../domain/codebook/codebook.ts'
import { asId, type CoderId, type RoundId, type TranscriptId } from '../../domain/ids.ts'
import { spanOf } from '../../domain/span.ts'
import { SHARED_TABLES, type RecordedChange, type RecordedRow } from '../../db/journal-record.ts'
import type { JournalChange, JournalDetail } from '../contract/history.ts'
import { visibility } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'
import { shortenedWords, SpansInWords, type MovedWords } from './moved-words.ts'
import type { Task } from '../task.ts'

/** How many changed rows are shown one by one. */
const SHOWN = 100

/** What an action changed, row by row and counted, as far as the viewer may see it. */
export async function describeChanges(
  study: OpenStudy,
  id: number,
  viewer: CoderId,
  task: Task,
): Promise<Pick<JournalDetail, 'counts' | 'changes'>> {
  const sees = rowVisibility(study, viewer)
  const words = new RowWords(study, id)
  const counts = new Map<string, JournalDetail['counts'][number]>()
  const changes: JournalChange[] = []
  for (const change of study.read.record.changes(id)) {
    await task.step({ done: 0, total: 0, what: '' })
    const row = change.after ?? change.before
    // A row that an action added and removed again, and one that it left as it was, changed nothing.
    if (row === null || JSON.stringify(change.before) === JSON.stringify(change.after)) continue
    if (!sees(change.table, row)) continue
    if (words.isOnlyShifted(change)) continue
    const operation = operationOf(change)
    const key = `${operation} ${change.table}`
    const { count } = counts.get(key) ?? { count: 0 }
    counts.set(key, { operation, thing: change.table, count: count + 1 })
    if (changes.length < SHOWN) changes.push(words.describe(change, row))
  }
  return { counts: [...counts.values()], changes }
}

function operationOf({ before, after }: RecordedChange): JournalChange['operation'] {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}

/** Whether a viewer may be told of a row: what is nobody's own, and work of their own or in a round that is open. */
function rowVisibility(study: OpenStudy, viewer: CoderId): (table: string, row: RecordedRow) => boolean {
  const sees = visibility(study, viewer)
  const isAllOpen = study.read.people.rounds().every(({ state }) => state === 'open')
  const shared = new Set(SHARED_TABLES)
  const maySee = (table: string, row: RecordedRow): boolean => {
    if (isAllOpen || shared.has(table)) return true
    if (table === 'memo_code') {
      const memo = study.read.record.lastKnown('memo', textOf(row['memo_id']))
      return memo !== null && maySee('memo', memo)
    }
    if (table === 'screening_instance') {
      const screening = study.read.record.lastKnown('screening', textOf(row['screening_id']))
      return screening !== null && maySee('screening', screening)
    }
    if (table === 'code_example') {
      const coding = study.read.record.lastKnown('coding', textOf(row['coding_id']))
      return coding !== null && maySee('coding', coding)
    }
    if (!('coder_id' in row && 'round_id' in row)) return false
    const { coder_id: coder, round_id: round } = row
    if (coder === null || round === null) return table === 'memo'
    return sees(asId<'coder'>(textOf(coder)), asId<'round'>(textOf(round)) satisfies RoundId)
  }
  return maySee
}

/** Columns that hold nothing a person would call a change. */
const SILENT = new Set([
  'id',
  'position',
  'updated_at',
  'written_at',
  'named_at',
  'revision_id',
  'start',
  'end',
  'quote_start',
  'quote_end',
])
/** Columns of a screening that are told of one that was added: what was answered. */
const ANSWERS = new Set(['i1', 'i2', 'e1', 'e2', 'e3', 'e4', 'e5', 'description', 'information'])
/** Columns by which a row is known, the best first. */
const NAMES = ['name', 'title', 'pseudonym', 'reference', 'label', 'body', 'text', 'value'] as const
/** Letters of a text that are shown. */
const LONGEST = 240

/** Rows of the journal in the words of the study. */
class RowWords {
  readonly #study: OpenStudy
  readonly #action: number
  readonly #passages: Passages
  readonly #spans: SpansInWords
  readonly #codebook

  constructor(study: OpenStudy, action: number) {
    this.#study = study
    this.#action = action
    this.#passages = new Passages(study)
    this.#spans = new SpansInWords(study, action)
    this.#codebook = codebookOf(study.read.codes.all())
  }

  /** Whether all that was done to a row is that words before its own were corrected: it is on its words, as it was. */
  isOnlyShifted(change: RecordedChange): boolean {
    return this.#moved(change)?.isShift === true && this.#fieldsOf(change.before, change.after).length === 0
  }

  describe(change: RecordedChange, row: RecordedRow): JournalChange {
    const { table, before, after } = change
    const place = this.#placeOf(row)
    const transcript = table === 'transcript' ? null : this.#transcriptOf(place)
    return {
      operation: operationOf(change),
      thing: table,
      name: this.#nameOf(table, row),
      coder: typeof row['coder_id'] === 'string' ? this.#known('coder', row['coder_id']) : null,
      transcript: transcript === null ? null : this.#known('transcript', transcript),
      passage: transcript === null ? null : this.#passageOf(transcript, place),
      fields: [...this.#movedTo(change), ...this.#fieldsOf(before ?? blankOf(table, row), after)],
    }
  }

  #nameOf(table: string, row: RecordedRow): string {
    if (table === 'code') return this.#code(textOf(row['id'])) ?? textOf(row['name'])
    if (table === 'harmonising_decision') return `${textOf(row['other_name'])} → ${textOf(row['name'])}`
    if (typeof row['memo_id'] === 'string' && typeof row['code_id'] === 'string') {
      return [this.#known('memo', row['memo_id']), this.#code(row['code_id'])].filter(Boolean).join(' → ')
    }
    if (typeof row['coding_id'] === 'string') return this.#known('coding', row['coding_id'])
    if (typeof row['code_id'] === 'string') return this.#code(row['code_id']) ?? this.#known('code', row['code_id'])
    const named = NAMES.map((name) => textOf(row[name])).find((text) => text !== '')
    return cut(named ?? '')
  }

  /** The row that says where in a transcript this one is: for what stands on a segment or a coding, that one's. */
  #placeOf(row: RecordedRow): RecordedRow {
    for (const table of ['segment', 'coding']) {
      const id = row[`${table}_id`]
      if (typeof id === 'string') return this.#study.read.record.lastKnown(table, id) ?? row
    }
    return row
  }

  #transcriptOf(row: RecordedRow): string | null {
    if (typeof row['transcript_id'] === 'string') return row['transcript_id']
    return row['subject_kind'] === 'passage' || row['subject_kind'] === 'transcript' ? textOf(row['subject_id']) : null
  }

  #passageOf(transcript: string, row: RecordedRow): JournalChange['passage'] {
    const { start, end } = row
    const id: TranscriptId = asId(transcript)
    if (typeof start !== 'number' || typeof end !== 'number') return null
    if (!this.#study.read.transcripts.all().some((one) => one.id === id)) return null
    if (this.#study.read.record.wasCorrectedSince(transcript, this.#action)) return null
    const span = spanOf(start, end)
    return span && this.#passages.at(id, span)
  }

  /** Where a row is now, and was, as the words there: nobody counts the letters of a transcript. */
  #movedTo(change: RecordedChange): JournalChange['fields'] {
    const moved = this.#moved(change)
    if (moved === null || moved.before === moved.after) return []
    return [{ field: 'span', before: shortenedWords(moved.before), after: shortenedWords(moved.after) }]
  }

  #moved(change: RecordedChange): MovedWords | null {
    const transcript = change.after === null ? null : this.#transcriptOf(change.after)
    return transcript === null ? null : this.#spans.moved(change, asId(transcript))
  }

  #fieldsOf(before: RecordedRow | null, after: RecordedRow | null): JournalChange['fields'] {
    if (before === null || after === null) return []
    return Object.keys(after)
      .filter((field) => !SILENT.has(field) && field in before && textOf(before[field]) !== textOf(after[field]))
      .map((field) => ({
        field,
        before: this.#valueOf(field, before[field] ?? null),
        after: this.#valueOf(field, after[field] ?? null),
      }))
  }

  /** A value as people know it: for what refers to another row, that row's name. */
  #valueOf(field: string, value: string | number | null): string {
    const text = textOf(value)
    if (text === '' || !field.endsWith('_id')) return cut(text)
    const table = field === 'parent_id' ? 'code' : field.slice(0, -'_id'.length)
    return table === 'code' ? (this.#code(text) ?? this.#known('code', text)) : this.#known(table, text)
  }

  /** A code's path as it is now; null where it is gone. */
  #code(id: string): string | null {
    const path = pathOf(this.#codebook, asId<'code'>(id))
    return path.length === 0 ? null : path.join(PATH_SEPARATOR)
  }

  /** What a row goes by, also where it is gone. */
  #known(table: string, id: string): string {
    const row = KNOWN.has(table) ? this.#study.read.record.lastKnown(table, id) : null
    return row === null ? '' : this.#nameOf(table === 'code' ? 'gone code' : table, row)
  }
}

/** What an added row is told of as changed from; null for one whose name says enough. */
function blankOf(table: string, row: RecordedRow): RecordedRow | null {
  if (table !== 'screening') return null
  return Object.fromEntries(Object.keys(row).flatMap((column) => (ANSWERS.has(column) ? [[column, null]] : [])))
}

/** Tables that other rows name by a column such as `coder_id`. */
const KNOWN = new Set([
  'code',
  'coding',
  'coder',
  'round',
  'transcript',
  'participant',
  'organization',
  'team',
  'memo',
  'segment',
  'mismatch',
  'survey',
])

function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function cut(text: string): string {
  const [line = ''] = text.split('\n')
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : line
  return short === text ? text : short.endsWith('…') ? short : `${short} …`
}
