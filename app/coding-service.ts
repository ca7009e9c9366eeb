import { AxialError } from '../domain/errors.ts'
import type { RoundId } from '../domain/ids.ts'
import { spanOf } from '../domain/span.ts'
import { codebookOf } from '../domain/codebook.ts'
import { findOrAddAssignment } from './assignment.ts'
import { importCodings } from './coding-import.ts'
import { mayCode, type Round } from '../domain/coding.ts'
import { visibility, type Handlers, type Under } from './handlers.ts'
import type { OpenStudy } from './open-study.ts'
import { requireTranscript } from './transcript-service.ts'

export const codingHandlers: Handlers<Under<'codings'>> = {
  'codings.list': (study, { transcriptId, coderId }) => {
    requireTranscript(study, transcriptId)
    const sees = visibility(study, coderId)
    return study.read.codings.ofTranscript(transcriptId).filter((coding) => sees(coding.coderId, coding.roundId))
  },
  'codings.apply': (study, { transcriptId, start, end, codeId, coderId, roundId }) => {
    const { name, revisionId } = requireTranscript(study, transcriptId)
    study.coder(coderId)
    requireUnfinished(study, roundId)
    const code = codebookOf(study.read.codes.all()).get(codeId)
    if (code === undefined) throw new AxialError('not-found', { what: 'code', name: codeId })
    const span = spanOf(start, end, study.read.transcripts.text(revisionId).length)
    if (span === null) throw new AxialError('span-outside', { start, end, name })
    const wanted = { transcriptId, ...span, codeId, coderId, roundId }
    const standing = study.write.codings.same(wanted)
    if (standing !== null) return standing
    const coding = { id: study.newId('coding'), ...wanted }
    study.act({ action: 'codings.apply', detail: code.name, coderId }, () => {
      findOrAddAssignment(study, transcriptId, roundId, coderId)
      study.write.codings.add(coding)
    })
    return coding
  },
  'codings.remove': (study, { ids, coderId }) => {
    const codings = ids.map((id) => {
      const coding = study.write.codings.byId(id)
      // Another coder's coding is not there for this one, blind or not.
      if (coding === null || coding.coderId !== coderId) throw new AxialError('not-found', { what: 'coding', name: id })
      requireUnfinished(study, coding.roundId)
      return coding
    })
    const codebook = codebookOf(study.read.codes.all())
    const names = new Set(codings.map((coding) => codebook.get(coding.codeId)?.name ?? ''))
    study.act({ action: 'codings.remove', detail: [...names].join(', '), coderId }, () => {
      for (const id of ids) study.write.codings.remove(id)
    })
    return {}
  },
  'codings.import': importCodings,
}

/** @throws AxialError not-found, or round-finished where nothing may be coded any more */
export function requireUnfinished(study: OpenStudy, id: RoundId): void {
  const round: Round | undefined = study.read.people.rounds().find((candidate) => candidate.id === id)
  if (round === undefined) throw new AxialError('not-found', { what: 'round', name: id })
  if (!mayCode(round)) throw new AxialError('round-finished', { name: round.name })
}
