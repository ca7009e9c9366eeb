import type { Aggregates } from '../../db/aggregates.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import { CODE_FIELDS, WORK_TABLES, type CodeRow, type PacketRow } from '../../domain/packet/packet.ts'
import { originOf } from '../../domain/packet/codes.ts'
import { planWork } from '../../domain/packet/work.ts'
import { remark, type Remark } from '../../domain/remarks.ts'
import { asOffset, overlaps, spanOf } from '../../domain/span.ts'
import { countWords, type Turn } from '../../domain/transcript.ts'
import type { Handout } from '../../formats/packet/content.ts'
import type { PacketHeader } from '../../formats/packet/seal.ts'
import type { Progress } from '../contract/procedure.ts'
import type { PacketOpening } from '../contract/packets.ts'
import { applyCodes, foreignIds, placeOf, textsHere } from './rows.ts'
import { hashOf } from '../transcripts/transcript-service.ts'

/** A handout that was read, and how it is called. */
export interface OpenedHandout {
  readonly file: string
  readonly header: PacketHeader
  readonly content: Handout
}

/**
 * Whether what a packet that was handed out says holds together, and says the same as its label.
 * @throws AxialError packet-unfit
 */
export function checkHandout({ file, header, content }: OpenedHandout): void {
  const { study, round, coder, transcripts } = content
  const unfit = (detail: Remark) => new AxialError('packet-unfit', { name: file, detail })
  if (study.id !== header.study || round.id !== header.round || coder.id !== header.coder) {
    throw unfit(remark('packet-label'))
  }
  for (const { revision, turns } of transcripts) {
    if (hashOf(revision.text) !== revision.sha256) throw unfit(remark('packet-text-altered'))
    let at = 0
    for (const [index, { number, start, end }] of turns.entries()) {
      if (number !== index + 1 || start < at || end < start) throw unfit(remark('packet-words-absent'))
      at = end
    }
    if (at > revision.text.length) throw unfit(remark('packet-words-absent'))
  }
}

/** What opening it in this study would bring. @throws AxialError as `addHandout` */
export function previewHandout(rows: Aggregates, handout: OpenedHandout): PacketOpening {
  const { transcripts, segments, study, round, coder, version } = handout.content
  const here = new Map(rows.transcripts.all().map((one) => [String(one.id), one]))
  requireSameTexts(rows, handout)
  const plan = codesOf(rows, handout)
  return {
    study: study.title,
    round: round.name,
    coder: coder.name,
    version,
    transcripts: transcripts.map(({ name }) => name),
    newTranscripts: transcripts.filter(({ id }) => !here.has(id)).length,
    newCodes: plan.added.length,
    changedCodes: plan.changed.length,
    newSegments: newSegments(rows, segments).length,
  }
}

/**
 * Adds to a study what was handed out to a coder of it. To be called within an action.
 * @throws AxialError packet-text-here, packet-name-taken, packet-unfit, packet-foreign
 */
export function* addHandout(rows: Aggregates, handout: OpenedHandout): Generator<Progress, PacketOpening> {
  const { file, content } = handout
  const brings = previewHandout(rows, handout)
  addPeople(rows, handout)
  addCodes(rows, handout)
  const here = new Set<string>(rows.transcripts.all().map(({ id }) => id))
  const names = new Set(rows.transcripts.all().map(({ name }) => name))
  for (const [index, transcript] of content.transcripts.entries()) {
    if (here.has(transcript.id)) continue
    const { id, name, language, imported_at: importedAt, revision } = transcript
    if (names.has(name)) throw new AxialError('packet-name-taken', { name: file, what: 'transcript', taken: name })
    const turns = transcript.turns.map((turn): Turn => ({
      ...turn,
      start: asOffset(turn.start),
      end: asOffset(turn.end),
    }))
    const { sha256, text } = revision
    const revisionId = asId<'revision'>(revision.id)
    const standing = rows.transcripts.hash(revisionId)
    if (standing !== null && standing !== sha256) throw otherText(file, name, sha256, standing)
    if (standing === null) {
      rows.transcripts.addRevision({ id: revisionId, sha256, text, turns, words: countWords(text, turns) })
    }
    rows.transcripts.add({
      id: asId(id),
      name,
      revisionId,
      participantId: null,
      language,
      // What a file was called on another machine may name a person.
      sourceName: name,
      importedAt,
    })
    yield { done: index + 1, total: content.transcripts.length, what: name }
  }
  for (const { id, transcript_id: transcriptId, start, end, title } of newSegments(rows, content.segments)) {
    const text = rows.transcripts.byId(asId(transcriptId))
    const span = text && spanOf(start, end, rows.transcripts.text(text.revisionId).length)
    if (!span) throw new AxialError('packet-unfit', { name: file, detail: remark('packet-words-absent') })
    rows.segments.add({ id: asId(id), transcriptId: asId(transcriptId), ...span, title })
  }
  addOwnWork(rows, handout)
  return brings
}

function addPeople(rows: Aggregates, { file, content: { coder, round } }: OpenedHandout): void {
  const coders = rows.people.coders()
  if (!coders.some(({ id }) => id === coder.id)) {
    if (coders.some(({ name }) => name === coder.name)) {
      throw new AxialError('packet-name-taken', { name: file, what: 'coder', taken: coder.name })
    }
    rows.people.addCoder({ ...coder, id: asId(coder.id) })
  }
  const rounds = rows.people.rounds()
  if (rounds.some(({ id }) => id === round.id)) return
  if (rounds.some(({ name }) => name === round.name)) {
    throw new AxialError('packet-name-taken', { name: file, what: 'round', taken: round.name })
  }
  const isTaken = rounds.some(({ number }) => number === round.number)
  const number = isTaken ? Math.max(...rounds.map(({ number }) => number)) + 1 : round.number
  rows.people.addRound({ ...round, id: asId(round.id), number })
}

interface CodeChanges {
  readonly added: readonly CodeRow[]
  readonly changed: readonly { readonly before: CodeRow; readonly after: CodeRow }[]
  /** The codes of the packet on which it has the last word. */
  readonly newest: readonly CodeRow[]
}

/** The lead's codebook: what was changed here of what was handed out before stays, all else is as the lead has it now. */
function codesOf(rows: Aggregates, handout: OpenedHandout): CodeChanges {
  const { header, content } = handout
  const isOld = rows.packets.all().some(({ id, state }) => state === 'received' && id > header.id)
  return isOld ? codesOfOld(rows, handout) : codesOfNewest(rows, content)
}

/** Of a packet that comes after a later one: the codes that the later one did not have, under names that are free. */
function codesOfOld(rows: Aggregates, { content: { codes, coder } }: OpenedHandout): CodeChanges {
  const here = rows.packets.codes()
  const known = new Set([...here, ...rows.packets.origins()].map(({ id }) => id))
  const taken = new Set(here.map(placeOf))
  const newest = codes.filter(({ id }) => !known.has(id))
  const added = newest.map((code) =>
    taken.has(placeOf(code)) ? { ...code, name: `${code.name} (${coder.name})` } : code,
  )
  return { added, changed: [], newest }
}

function codesOfNewest(rows: Aggregates, { codes, coder }: Handout): CodeChanges {
  const here = rows.packets.codes()
  const byId = new Map(here.map((code) => [code.id, code]))
  const origins = new Map(rows.packets.origins().map((origin) => [origin.id, origin]))
  const wanted = new Map<string, CodeRow>()
  for (const theirs of codes) {
    const mine = byId.get(theirs.id)
    const origin = origins.get(theirs.id)
    const kept = mine && origin ? CODE_FIELDS.filter((field) => mine[field] !== origin[field]) : []
    wanted.set(theirs.id, { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine?.[field] ?? null])) })
  }
  const taken = new Set([...wanted.values()].map(placeOf))
  for (const code of here) {
    // A code that was made here gives way to the lead's of that name.
    if (wanted.has(code.id) || !taken.has(placeOf(code))) continue
    wanted.set(code.id, { ...code, name: `${code.name} (${coder.name})` })
  }
  const added = [...wanted.values()].filter(({ id }) => !byId.has(id))
  const changed = here.flatMap((before) => {
    const after = wanted.get(before.id)
    return after === undefined || JSON.stringify(after) === JSON.stringify(before) ? [] : [{ before, after }]
  })
  return { added, changed, newest: codes }
}

function addCodes(rows: Aggregates, handout: OpenedHandout): void {
  const { added, changed, newest } = codesOf(rows, handout)
  const fault = remark('packet-codes-circular')
  applyCodes(rows, added, changed, () => new AxialError('packet-unfit', { name: handout.file, detail: fault }))
  for (const code of newest) rows.packets.setOrigin(originOf(code, null))
}

/** Segments that are not here and in whose place there is none. */
function newSegments(rows: Aggregates, segments: Handout['segments']): Handout['segments'] {
  const here = new Map<string, readonly { readonly id: string; readonly start: number; readonly end: number }[]>()
  return segments.filter(({ id, transcript_id: transcript, start, end }) => {
    const standing = here.get(transcript) ?? rows.segments.ofTranscript(asId(transcript))
    here.set(transcript, standing)
    const span = { start: asOffset(start), end: asOffset(end) }
    return !standing.some(
      (one) => one.id === id || overlaps({ start: asOffset(one.start), end: asOffset(one.end) }, span),
    )
  })
}

/** What the coder had in the lead's study already, as far as this machine never had it. */
function addOwnWork(rows: Aggregates, { file, content }: OpenedHandout): void {
  const { work, coder, round } = content
  const ids = WORK_TABLES.flatMap(({ name }) => work[name].map(({ id }: PacketRow) => id))
  const { lengths, segments } = textsHere(rows, content.segments)
  const standing = rows.work.ofPass(coder.id, round.id)
  const plan = planWork({
    file,
    coderId: coder.id,
    roundId: round.id,
    incoming: work,
    removed: [],
    standing,
    foreign: foreignIds(rows, work, standing),
    lengths,
    segments,
    settled: rows.packets.known(ids),
  })
  for (const { name } of WORK_TABLES) for (const row of plan[name].added) rows.work.add(name, row)
}

/** @throws AxialError packet-text-here */
function requireSameTexts(rows: Aggregates, { file, content }: OpenedHandout): void {
  const here = new Map(rows.transcripts.all().map((one) => [String(one.id), one]))
  for (const { id, revision } of content.transcripts) {
    const standing = here.get(id)
    if (standing === undefined) continue
    const expected = rows.transcripts.hash(standing.revisionId) ?? ''
    if (expected !== revision.sha256) throw otherText(file, standing.name, revision.sha256, expected)
  }
}

/** The refusal of a packet that has another text of a transcript than this study. */
function otherText(name: string, transcript: string, found: string, expected: string): AxialError {
  return new AxialError('packet-text-here', { name, transcript, found, expected })
}
