import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, ParticipantId, TranscriptId } from '../../domain/ids.ts'
import { countWords, type TranscriptText } from '../../domain/transcript.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { detectLanguage, parseTranscript } from '../../formats/transcript-text.ts'
import type { ListedTranscript } from '../../db/transcripts.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { FrozenTexts } from './frozen-texts.ts'
import { requireName, visibility, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { requireParticipant } from './participant-service.ts'
import { findOrAddOrganization } from '../organization.ts'
import type { Task } from '../task.ts'

export const transcriptHandlers: Handlers<Under<'transcripts'>> = {
  'transcripts.list': (study) => study.read.transcripts.all().map(({ participantId: _, ...transcript }) => transcript),
  'transcripts.read': (study, { id }) => {
    const { name, language, revisionId } = requireTranscript(study, id)
    const { text, turns } = FrozenTexts.of(study).read(revisionId)
    return { id, revisionId, name, language, text, turns: [...turns] }
  },
  'transcripts.import': importTranscripts,
  'transcripts.update': (study, { id, coderId, ...given }) => {
    const before = requireTranscript(study, id)
    const name = given.name === undefined ? before.name : requireName('transcript', given.name)
    const taken = study.read.transcripts.all().some((other) => other.name === name && other.id !== id)
    if (taken) throw new AxialError('name-taken', { what: 'transcript', name })
    const participantId = given.participantId === undefined ? before.participantId : given.participantId
    if (participantId !== null) requireParticipant(study, participantId)
    const language = given.language === undefined ? before.language : given.language
    study.act({ action: 'transcripts.update', detail: name, coderId }, () =>
      study.write.transcripts.describe(id, { name, participantId, language }),
    )
    return {}
  },
  'transcripts.remove': (study, { id, coderId }) => {
    const { name } = requireTranscript(study, id)
    requireNoHiddenWork(study, id, name, coderId)
    study.act({ action: 'transcripts.remove', detail: name, coderId }, () => {
      study.write.codings.removeOf(id)
      for (const quote of study.write.quotes.ofTranscript(id)) study.write.quotes.remove(quote.id)
      study.write.catalog.leaveSegmentsOf(id)
      for (const segment of study.write.segments.ofTranscript(id)) {
        for (const screening of study.write.screenings.ofSegment(segment.id))
          study.write.screenings.remove(screening.id)
        study.write.segments.remove(segment.id)
      }
      study.write.people.removeAssignments(id)
      study.write.corrections.removeOf(id)
      study.write.transcripts.remove(id)
    })
    return {}
  },
}

/** @throws AxialError not-found */
export function requireTranscript(study: OpenStudy, id: TranscriptId): ListedTranscript {
  const transcript = study.read.transcripts.byId(id)
  if (transcript === null) throw new AxialError('not-found', { what: 'transcript', name: id })
  return transcript
}

/**
 * Removing a transcript removes everyone's codings, screenings and quotes of it. A coder cannot decide that over work they may not see; the
 * moderator may, and so may whoever holds the file. What others did in open rounds is seen, and comes back with an undo.
 */
function requireNoHiddenWork(study: OpenStudy, id: TranscriptId, name: string, coderId: CoderId | undefined): void {
  if (coderId === undefined || study.coder(coderId).kind === 'moderator') return
  const sees = visibility(study, coderId)
  const passes = [
    ...study.write.people.assignments().filter((pass) => pass.transcriptId === id),
    ...study.write.screenings.ofTranscript(id),
    ...study.write.quotes.ofTranscript(id),
  ]
  if (passes.some((pass) => !sees(pass.coderId, pass.roundId))) throw new AxialError('coded-blind', { name })
}

async function importTranscripts(
  study: OpenStudy,
  input: ParsedInput<'transcripts.import'>,
  task: Task,
): Promise<Output<'transcripts.import'>> {
  const { files, coderId } = input
  const detail = files.map((file) => file.name).join(', ')
  return study.actLong({ action: 'transcripts.import', detail, coderId }, async () => {
    await task.say({ done: 0, total: files.length, what: files[0]?.name ?? '' })
    const participantId = findOrAddParticipant(study, input)
    const imported: Output<'transcripts.import'>['imported'] = []
    for (const [index, file] of files.entries()) {
      const { text, encoding } = decodeText(file.name, file.bytes)
      const parsed = parseTranscript(text)
      if (parsed.turns.length === 0) throw new AxialError('file-empty', { name: file.name })
      const existing = study.write.transcripts.byHash(hashOf(text))
      if (existing !== null) throw new AxialError('transcript-exists', { name: file.name, existing: existing.name })
      const language = input.language ?? detectLanguage(text)
      const name = freeName(study, basename(file.name, extname(file.name)))
      const added = addTranscript(study, {
        name,
        sourceName: basename(file.name),
        language,
        participantId,
        content: parsed,
      })
      const { speakers, unlabelled } = parsed
      imported.push({ ...added, name, language, encoding, speakers: [...speakers], unlabelled })
      await task.step({ done: index + 1, total: files.length, what: file.name })
    }
    return { imported }
  })
}

interface NewTranscript {
  readonly name: string
  readonly sourceName: string
  readonly language: string | null
  readonly participantId: ParticipantId | null
  readonly content: TranscriptText
}

/** Adds a transcript with its frozen text. To be called within an action. */
export function addTranscript(
  study: OpenStudy,
  { name, sourceName, language, participantId, content }: NewTranscript,
): { id: TranscriptId; turns: number; words: number } {
  const { text, turns } = content
  const revisionId = study.newId('revision')
  const id = study.newId('transcript')
  const words = countWords(text, turns)
  study.write.transcripts.addRevision({ id: revisionId, sha256: hashOf(text), text, turns, words })
  study.write.transcripts.add({ id, name, revisionId, participantId, language, sourceName, importedAt: study.at() })
  return { id, turns: turns.length, words }
}

/** The SHA-256 of a text's UTF-8 bytes, in hex: what tells two transcripts apart on any machine. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function freeName(study: OpenStudy, wanted: string): string {
  const taken = new Set(study.write.transcripts.all().map(({ name }) => name))
  const plain = wanted.normalize('NFC').trim() || 'Transcript'
  let name = plain
  for (let number = 2; taken.has(name); number++) name = `${plain} (${String(number)})`
  return name
}

function findOrAddParticipant(study: OpenStudy, input: ParsedInput<'transcripts.import'>): ParticipantId | null {
  const pseudonym = input.participant?.trim() ?? ''
  if (pseudonym === '') return null
  const { people } = study.write
  const organizationId = findOrAddOrganization(study, input.organization?.trim() ?? '')
  const role = input.role?.trim() || null
  const known = people.participantNamed(pseudonym)
  if (known !== null) {
    if (role !== null || organizationId !== null) people.changeParticipant(known.id, role, organizationId)
    return known.id
  }
  const id = study.newId('participant')
  people.addParticipant({ id, pseudonym, role, organizationId })
  return id
}
