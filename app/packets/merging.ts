import type { Aggregates } from '../../db/aggregates.ts'
import { AxialError } from '../../domain/errors.ts'
import { WORK_TABLES, type CodeRow, type PacketRecord, type WorkTableName } from '../../domain/packet/packet.ts'
import { planCodes, type CodePlan } from '../../domain/packet/codes.ts'
import { planWork, type TablePlan, type WorkPlan } from '../../domain/packet/work.ts'
import { followSuccessors, successorsOf, underSuccessor, type Successors } from '../../domain/packet/successors.ts'
import { remark } from '../../domain/remarks.ts'
import type { Returned } from '../../formats/packet/content.ts'
import type { Progress } from '../contract/procedure.ts'
import { applyCodes, foreignIds, textsHere } from './rows.ts'

/** A returned packet that was read; null content: not read, since a later one of the same coder counts. */
export interface OpenedReturn {
  readonly packet: PacketRecord
  readonly file: string
  readonly content: Returned | null
}

/** Whether a later packet of the same coder counts in its place: one that was merged, or is about to be with it. */
export function isSuperseded(
  packet: PacketRecord,
  chosen: readonly PacketRecord[],
  all: readonly PacketRecord[],
): boolean {
  return all.some(
    (other) =>
      other.kind === 'return' &&
      other.holderId === packet.holderId &&
      other.roundId === packet.roundId &&
      other.id > packet.id &&
      (other.state === 'merged' || chosen.some(({ id }) => id === other.id)),
  )
}

/** What merging one returned packet does. `null`: nothing, since a later one of the same coder is here. */
export interface PlannedReturn {
  readonly packet: PacketRecord
  readonly plan: ReturnPlan | null
}

export interface ReturnPlan {
  readonly codes: CodePlan
  readonly work: WorkPlan
  /** Codes of the packet that were merged here since, with the one that its work goes to instead. */
  readonly followed: readonly { readonly name: string; readonly to: string }[]
}

/**
 * What merging the packets does, one after the other in the order in which they were made. Nothing
 * is changed.
 * @throws AxialError packet-other-text, packet-text-corrected, packet-foreign, packet-unfit
 */
export function planReturns(rows: Aggregates, returns: readonly OpenedReturn[]): readonly PlannedReturn[] {
  let here = rows.packets.codes()
  const successors = successorsOf(rows.recodings.successors(), new Set(here.map(({ id }) => id)))
  let origins = rows.packets.origins().map((origin) => underSuccessor(origin, successors))
  const names = new Map<string, string>(rows.people.coders().map(({ id, name }) => [id, name]))
  const ordered = returns.toSorted((a, b) => (a.packet.id < b.packet.id ? -1 : 1))
  return ordered.map(({ packet, file, content }) => {
    if (content === null) return { packet, plan: null }
    requireSameTexts(rows, file, content)
    const work = followSuccessors(content.work, successors)
    const theirs = content.codes.map((code) => underSuccessor(code, successors))
    const ids = WORK_TABLES.flatMap(({ name }) => work[name].map(({ id }: { readonly id: string }) => id))
    const settled = packet.state === 'merged' ? rows.packets.known(ids) : null
    // What a memo was filed under may be gone: it is not brought back for that. Nor for rows that the study has or had.
    const used = new Set(
      [...work.coding, ...work.screening_instance, ...work.code_example]
        .filter(({ id }) => settled?.has(id) !== true)

        .map((row) => String(row['code_id'])),
    )
    const codes = planCodes({
      file,
      codes: settled === null ? theirs : theirs.map((code) => ({ ...code, isNew: code.isNew && used.has(code.id) })),
      used,
      holderId: packet.holderId,
      names,
      here,
      origins,
      lastKnown: (id) => {
        const last = rows.packets.lastKnownCode(id)
        return last && underSuccessor(last, successors)
      },
    })
    const changed = new Map(codes.changed.map(({ after }) => [after.id, after]))
    here = [...here.map((code): CodeRow => changed.get(code.id) ?? code), ...codes.added]
    const newer = new Set(codes.origins.map(({ id }) => id))
    origins = [...origins.filter(({ id }) => !newer.has(id)), ...codes.origins]
    const standing = rows.work.ofPass(packet.holderId, packet.roundId)
    const plan = planWork({
      file,
      coderId: packet.holderId,
      roundId: packet.roundId,
      incoming: work,
      removed: content.removed,
      standing,
      foreign: foreignIds(rows, work, standing),
      ...textsHere(rows, content.segments),
      settled,
    })
    return { packet, plan: { codes, work: plan, followed: followedOf(content, successors) } }
  })
}

function followedOf({ codes, work }: Returned, successors: Successors): ReturnPlan['followed'] {
  const used = new Set([...work.coding, ...work.screening_instance].map((row) => row.code_id))
  return codes.flatMap(({ id, name }) => {
    const to = used.has(id) ? successors.get(id) : undefined
    return to === undefined ? [] : [{ name, to }]
  })
}

/** Does what was planned. To be called within an action, on the rows it was planned on. */
export function* applyReturns(
  rows: Aggregates,
  planned: readonly PlannedReturn[],
  file: string,
): Generator<Progress, void> {
  const total = planned.reduce((sum, { plan }) => sum + (plan === null ? 0 : changesOf(plan)), 0)
  let done = 0
  const circular = () => new AxialError('packet-unfit', { name: file, detail: remark('packet-codes-circular') })
  for (const { packet, plan } of planned) {
    if (plan !== null) {
      applyCodes(rows, plan.codes.added, plan.codes.changed, circular)
      for (const origin of plan.codes.origins) rows.packets.setOrigin(origin)
      for (const { name } of WORK_TABLES.toReversed()) {
        for (const id of plan.work[name].removed) {
          rows.work.remove(name, id)
          yield { done: ++done, total, what: file }
        }
      }
      for (const { name } of WORK_TABLES) {
        putOutOfTheWay(rows, name, plan.work[name])
        for (const row of plan.work[name].changed) {
          rows.work.change(name, row)
          yield { done: ++done, total, what: file }
        }
        for (const row of plan.work[name].added) {
          rows.work.add(name, row)
          yield { done: ++done, total, what: file }
        }
      }
    }
    if (packet.state !== 'merged') rows.packets.setState(packet.id, 'merged')
  }
}

/** Far behind the end of every text. */
const ASIDE = 1_000_000_000

/** Codings and quotes may have exchanged their places: each leaves its own before any takes another's. */
function putOutOfTheWay(rows: Aggregates, name: WorkTableName, { changed }: TablePlan): void {
  if ((name !== 'coding' && name !== 'quote') || changed.length < 2) return
  for (const row of changed) {
    rows.work.change(name, { ...row, start: Number(row['start']) + ASIDE, end: Number(row['end']) + ASIDE })
  }
}

/** How many rows a plan changes. */
export function changesOf({ codes, work }: ReturnPlan): number {
  const inTables = Object.values(work).reduce(
    (sum, { added, changed, removed }: TablePlan) => sum + added.length + changed.length + removed.length,
    0,
  )
  return inTables + codes.added.length + codes.changed.length
}

/** @throws AxialError packet-text-corrected where the packet is for a text from before a correction here; packet-other-text */
function requireSameTexts(rows: Aggregates, file: string, { texts }: Returned): void {
  const here = new Map(rows.transcripts.all().map((one) => [String(one.id), one]))
  for (const { id, sha256 } of texts) {
    const standing = here.get(id)
    // A transcript that was removed here: what was done on it stays in the packet.
    if (standing === undefined) continue
    const expected = rows.transcripts.hash(standing.revisionId) ?? ''
    if (expected === sha256) continue
    const former = rows.corrections.ofTranscript(standing.id).map(({ formerId }) => rows.transcripts.hash(formerId))
    const reason = former.includes(sha256) ? 'packet-text-corrected' : 'packet-other-text'
    throw new AxialError(reason, { name: file, transcript: standing.name, found: sha256, expected })
  }
}
