import type { CodeOrigin, CodeRow, PacketRow, ReturnedCode, Work } from './packet.ts'
import { planRecoding } from '../recoding.ts'
import { asId } from '../ids.ts'

/** For each code that went in a merge the one that stands in its place, over any number of merges. */
export type Successors = ReadonlyMap<string, string>

/**
 * Where work under codes that are gone goes. A code that is here stays what it is, also where it was merged and came back.
 * @param steps for each code that went the one that it went into
 */
export function successorsOf(steps: ReadonlyMap<string, string>, here: ReadonlySet<string>): Successors {
  const last = (id: string): string => {
    const passed = new Set<string>()
    let at = id
    for (let next = steps.get(at); next !== undefined && !here.has(at) && !passed.has(at); next = steps.get(at)) {
      passed.add(at)
      at = next
    }
    return at
  }
  return new Map([...steps.keys()].map((id) => [id, last(id)] as const).filter(([id, to]) => id !== to))
}

/** A code, or what a packet knew of it, under the code that stands in its former parent's place. */
export function underSuccessor<Code extends CodeRow | CodeOrigin | ReturnedCode>(code: Code, to: Successors): Code {
  const parent = code.parent_id === null ? undefined : to.get(code.parent_id)
  return parent === undefined ? code : { ...code, parent_id: parent }
}

/**
 * A coder's work as the merges would have left it, had it been here before them: under the codes that stand now, what then
 * says the same twice once, what was written about what goes about what stays.
 */
export function followSuccessors(work: Work, to: Successors): Work {
  if (to.size === 0) return work
  const codings = recoded(work.coding, to, (row) =>
    JSON.stringify([row['transcript_id'], row['start'], row['end'], row['coder_id'], row['round_id']]),
  )
  const instances = recoded(work.screening_instance, to, (row) => String(row['screening_id']))
  const codingOf = (id: string) => codings.kept.get(id) ?? id
  const standing = new Map(codings.rows.map((row) => [row.id, row]))
  return {
    ...work,
    coding: codings.rows,
    screening_instance: instances.rows,
    memo: work.memo.map((row) => {
      const subject = String(row['subject_id'])
      if (row['subject_kind'] === 'code') return { ...row, subject_id: to.get(subject) ?? subject }
      return row['subject_kind'] === 'coding' ? { ...row, subject_id: codingOf(subject) } : row
    }),
    memo_code: recoded(work.memo_code, to, (row) => String(row['memo_id'])).rows,
    code_example: once(
      work.code_example.flatMap((row): PacketRow[] => {
        const coding = standing.get(codingOf(String(row['coding_id'])))
        const code = to.get(codeOf(row))
        if (coding === undefined || code === undefined) return [row]
        // Of a coding that carries another code by now it was an example no more.
        return codeOf(coding) === code ? [{ ...row, code_id: code, coding_id: coding.id }] : []
      }),
    ),
  }
}

function codeOf(row: PacketRow): string {
  return String(row['code_id'])
}

function recoded(rows: readonly PacketRow[], to: Successors, placeOf: (row: PacketRow) => string) {
  const items = rows.map((row) => ({ id: row.id, codeId: asId<'code'>(codeOf(row)), place: placeOf(row) }))
  const plan = planRecoding(
    items,
    ({ codeId }) => asId<'code'>(to.get(codeId) ?? codeId),
    ({ place }) => place,
  )
  const codes = new Map<string, string>(plan.recoded.map(({ id, codeId }) => [id, codeId]))
  const kept = new Map<string, string>(plan.doubled.map(({ id, keptId }) => [id, keptId]))
  return {
    kept,
    rows: rows.filter(({ id }) => !kept.has(id)).map((row) => ({ ...row, code_id: codes.get(row.id) ?? codeOf(row) })),
  }
}

/** Of examples that show one coding for one code, the first. */
function once(rows: readonly PacketRow[]): readonly PacketRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${codeOf(row)} ${String(row['coding_id'])}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
