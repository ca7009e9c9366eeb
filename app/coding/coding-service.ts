import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId, CodingId, RevisionId, RoundId } from '../../domain/ids.ts'
import { spanOf, type Span } from '../../domain/span.ts'
import { codebookOf, type Code } from '../../domain/codebook/codebook.ts'
import { findOrAddAssignment } from '../assignment.ts'
import { FrozenTexts } from '../transcripts/frozen-texts.ts'
import { newPath } from '../codebook/codebook-service.ts'
import { importCodings } from './coding-import.ts'
import { mayCode, type Coding, type Round } from '../../domain/coding.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

export const codingHandlers: Handlers<Under<'codings'>> = {
  'codings.list': (study, { transcriptId, coderId }) => {
    requireTranscript(study, transcriptId)
    const sees = visibility(study, coderId)
    return study.read.codings.ofTranscript(transcriptId).filter((coding) => sees(coding.coderId, coding.roundId))
  },
  'codings.apply': (study, input) => {
    const place = requirePlace(study, input)
    const code = requireCode(study, input.codeId)
    const wanted = { ...place, codeId: code.id }
    const standing = study.write.codings.same(wanted)
    if (standing !== null) return standing
    const coding = { id: study.newId('coding'), ...wanted }
    study.act({ action: 'codings.apply', detail: code.name, coderId: place.coderId }, () => addCoding(study, coding))
    return coding
  },
  'codings.applyNew': (study, { parentId, names, ...input }) => {
    const place = requirePlace(study, input)
    const { codes, last } = newPath(study, parentId, names)
    const coding = { id: study.newId('coding'), ...place, codeId: last.id }
    study.act({ action: 'codings.applyNew', detail: last.name, coderId: place.coderId }, () => {
      for (const code of codes) study.write.codes.add(code)
      addCoding(study, coding)
    })
    return { codes: [...codes], coding }
  },
  'codings.resize': (study, { id, start, end, coderId }) => {
    const [coding] = requireOwn(study, [id], coderId)
    if (coding === undefined) throw new AxialError('not-found', { what: 'coding', name: id })
    const { name, revisionId } = requireTranscript(study, coding.transcriptId)
    const span = requireSpan(study, { start, end }, name, revisionId)
    const resized = { ...coding, ...span }
    const standing = study.write.codings.same(resized)
    if (standing?.id === id) return standing
    const code = codebookOf(study.read.codes.all()).get(coding.codeId)?.name ?? ''
    if (standing !== null) throw new AxialError('coding-stands', { name: code })
    study.act({ action: 'codings.resize', detail: code, coderId }, () => study.write.codings.resize(id, span))
    return resized
  },
  'codings.remove': (study, { ids, coderId }) => {
    const codings = requireOwn(study, ids, coderId)
    const codebook = codebookOf(study.read.codes.all())
    const names = new Set(codings.map((coding) => codebook.get(coding.codeId)?.name ?? ''))
    study.act({ action: 'codings.remove', detail: [...names].join(', '), coderId }, () => {
      for (const { id } of codings) study.write.codings.remove(id)
    })
    return {}
  },
  'codings.recode': (study, { ids, codeId, coderId }) => {
    study.coder(coderId)
    const codings = requireOwn(study, ids, coderId).filter((coding) => coding.codeId !== codeId)
    const code = requireCode(study, codeId)
    if (codings.length === 0) return { changed: 0, merged: 0 }
    const codebook = codebookOf(study.read.codes.all())
    const names = new Set(codings.map((coding) => codebook.get(coding.codeId)?.name ?? ''))
    let merged = 0
    study.act({ action: 'codings.recode', detail: `${[...names].join(', ')} → ${code.name}`, coderId }, () => {
      for (const coding of codings) {
        const standing = study.write.codings.same({ ...coding, codeId })
        if (standing === null) study.write.codings.recode(coding.id, codeId)
        else {
          study.write.codings.mergeInto(coding.id, standing.id)
          study.write.reviews.redirect(coding.id, standing.id)
          merged++
        }
      }
    })
    return { changed: codings.length, merged }
  },
  'codings.addCode': (study, { ids, codeId, coderId, roundId }) => {
    const sees = visibility(study, coderId)
    requireUnfinished(study, roundId)
    const code = requireCode(study, codeId)
    const places = ids.map((id) => {
      const coding = study.write.codings.byId(id)
      const isSeen = coding !== null && sees(coding.coderId, coding.roundId)
      if (!isSeen) throw new AxialError('not-found', { what: 'coding', name: id })
      return { ...coding, codeId, coderId, roundId }
    })
    const isNew = (coding: Omit<Coding, 'id'>) => study.write.codings.same(coding) === null
    if (!places.some(isNew)) return { added: 0 }
    let added = 0
    study.act({ action: 'codings.addCode', detail: code.name, coderId }, () => {
      for (const place of places.filter(isNew)) {
        // Two of the codings may be on the same words.
        if (!isNew(place)) continue
        findOrAddAssignment(study, place.transcriptId, roundId, coderId)
        study.write.codings.add({ ...place, id: study.newId('coding') })
        added++
      }
    })
    return { added }
  },
  'codings.import': importCodings,
}

/**
 * A coder's own codings, each once.
 * @throws AxialError not-found, or round-finished where one of them may not be changed any more
 */
function requireOwn(study: OpenStudy, ids: readonly CodingId[], coderId: CoderId): readonly Coding[] {
  return [...new Set(ids)].map((id) => {
    const coding = study.write.codings.byId(id)
    // Another coder's coding is not there for this one, blind or not.
    if (coding === null || coding.coderId !== coderId) throw new AxialError('not-found', { what: 'coding', name: id })
    requireUnfinished(study, coding.roundId)
    return coding
  })
}

/** @throws AxialError not-found */
function requireCode(study: OpenStudy, id: CodeId): Code {
  const code = codebookOf(study.read.codes.all()).get(id)
  if (code === undefined) throw new AxialError('not-found', { what: 'code', name: id })
  return code
}

/** A place to code, by whom and in which round. */
type Place = Omit<Coding, 'id' | 'codeId'>

/** @throws AxialError not-found, round-finished or span-outside */
function requirePlace(study: OpenStudy, { transcriptId, start, end, coderId, roundId }: Place): Place {
  const { name, revisionId } = requireTranscript(study, transcriptId)
  study.coder(coderId)
  requireUnfinished(study, roundId)
  return { transcriptId, ...requireSpan(study, { start, end }, name, revisionId), coderId, roundId }
}

function requireSpan(study: OpenStudy, { start, end }: Span, name: string, revisionId: RevisionId): Span {
  const span = spanOf(start, end, FrozenTexts.of(study).read(revisionId).text.length)
  if (span === null) throw new AxialError('span-outside', { start, end, name })
  return span
}

/** Adds a coding, and the record that its coder went through the transcript. To be called within an action. */
function addCoding(study: OpenStudy, coding: Coding): void {
  findOrAddAssignment(study, coding.transcriptId, coding.roundId, coding.coderId)
  study.write.codings.add(coding)
}

/** @throws AxialError not-found, or round-finished where nothing may be coded any more */
export function requireUnfinished(study: OpenStudy, id: RoundId): void {
  const round: Round | undefined = study.read.people.rounds().find((candidate) => candidate.id === id)
  if (round === undefined) throw new AxialError('not-found', { what: 'round', name: id })
  if (!mayCode(round)) throw new AxialError('round-finished', { name: round.name })
}
