import type { Aggregates } from '../../db/aggregates.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import { WORK_TABLES, type CodeRow, type PacketRow, type Work, type WorkTableName } from '../../domain/packet/packet.ts'
import type { PacketSegment } from '../../formats/packet/content.ts'

/** Adds and changes codes, whatever names they exchange; parents before what they hold. To be called within an action. */
export function applyCodes(
  rows: Aggregates,
  added: readonly CodeRow[],
  changed: readonly { readonly before: CodeRow; readonly after: CodeRow }[],
  circular: () => AxialError,
): void {
  const moved = changed.filter(({ before, after }) => placeOf(before) !== placeOf(after))
  // Two may exchange their names: each gives its own up before any takes another.
  if (moved.length > 1) for (const { before } of moved) rows.packets.changeCode({ ...before, name: before.id })
  const there = new Set(rows.packets.codes().map(({ id }) => id))
  let waiting = added
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent_id: parent }) => parent === null || there.has(parent))
    if (ready.length === 0) throw circular()
    for (const code of ready) {
      rows.packets.addCode(code)
      there.add(code.id)
    }
    waiting = waiting.filter(({ id }) => !there.has(id))
  }
  for (const { after } of changed) rows.packets.changeCode(after)
}

/** By what a name is taken: its parent and itself. */
export function placeOf({ parent_id: parent, name }: Pick<CodeRow, 'parent_id' | 'name'>): string {
  return `${parent ?? ''} ${name}`
}

/** Ids of a packet's rows that rows of others have. */
export function foreignIds(rows: Aggregates, incoming: Work, standing: Work): ReadonlySet<string> {
  const foreign = ({ name }: { readonly name: WorkTableName }) => {
    const own = new Set(standing[name].map(({ id }) => id))
    const ids = incoming[name].map(({ id }: PacketRow) => id).filter((id) => !own.has(id))
    return rows.work.present(name, ids)
  }
  return new Set(WORK_TABLES.flatMap(foreign))
}

/**
 * The study's texts by transcript, with how long they are, and for each segment of a packet the one that it is here: that of
 * its id, or else the one on the very same words.
 */
export function textsHere(rows: Aggregates, segments: readonly PacketSegment[]) {
  const lengths = new Map<string, number>(
    rows.transcripts.all().map(({ id, revisionId }) => [id, rows.transcripts.text(revisionId).length]),
  )
  const found = new Map<string, { readonly id: string; readonly transcriptId: string }>()
  for (const [transcript, asked] of Map.groupBy(segments, (segment) => segment.transcript_id)) {
    if (!lengths.has(transcript)) continue
    const standing = rows.segments.ofTranscript(asId(transcript))
    for (const { id, start, end } of asked) {
      const here =
        standing.find((one) => one.id === id) ?? standing.find((one) => one.start === start && one.end === end)
      if (here !== undefined) found.set(id, { id: here.id, transcriptId: transcript })
    }
  }
  return { lengths, segments: found }
}
