import { AxialError } from '../../domain/errors.ts'
import type { Coding } from '../../domain/coding.ts'
import type { CodingId } from '../../domain/ids.ts'
import type { CodedPassage } from '../contract/codes.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { requireCode } from './codebook-service.ts'
import { visibility, visiblePasses } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'

export function readPassages(
  study: OpenStudy,
  { id, limit, coderId }: ParsedInput<'codes.passages'>,
): Output<'codes.passages'> {
  requireCode(study.read.codes.all(), id)
  const { codePassages, codings, people } = study.read
  const passes = visiblePasses(study, coderId)
  const coders = new Map(people.coders().map((coder) => [coder.id, coder.name]))
  const rounds = new Map(people.rounds().map((round) => [round.id, round.name]))
  const shown = new Passages(study)
  const examples = codePassages.examplesOf(id, passes)
  const marked = new Set(examples.map((coding) => coding.id))
  const show = (coding: Coding): CodedPassage => ({
    codingId: coding.id,
    coder: coders.get(coding.coderId) ?? '',
    round: rounds.get(coding.roundId) ?? '',
    isExample: marked.has(coding.id),
    passage: shown.at(coding.transcriptId, coding),
  })
  return {
    codings: codings.codeCounts(passes).find(({ codeId }) => codeId === id)?.codings ?? 0,
    examples: examples.map(show),
    passages: codePassages.codingsOf(id, passes, limit).map(show),
  }
}

export function markExample(
  study: OpenStudy,
  { codingId, coderId }: ParsedInput<'codes.markExample'>,
): Record<string, never> {
  const { codeId } = requireVisible(study, codingId, coderId)
  const { name } = requireCode(study.write.codes.all(), codeId)
  if (study.write.codePassages.isExample(codingId)) return {}
  study.act({ action: 'codes.markExample', detail: name, coderId }, () =>
    study.write.codePassages.mark(study.world.newId(), codeId, codingId),
  )
  return {}
}

export function unmarkExample(
  study: OpenStudy,
  { codingId, coderId }: ParsedInput<'codes.unmarkExample'>,
): Record<string, never> {
  const { codeId } = requireVisible(study, codingId, coderId)
  const { name } = requireCode(study.write.codes.all(), codeId)
  if (!study.write.codePassages.isExample(codingId)) return {}
  study.act({ action: 'codes.unmarkExample', detail: name, coderId }, () => study.write.codePassages.unmark(codingId))
  return {}
}

/** What the viewer may not see is not there for them. @throws AxialError not-found */
function requireVisible(study: OpenStudy, id: CodingId, viewerId: ParsedInput<'codes.markExample'>['coderId']): Coding {
  const coding = study.write.codings.byId(id)
  const sees = visibility(study, viewerId)
  if (coding === null || !sees(coding.coderId, coding.roundId)) {
    throw new AxialError('not-found', { what: 'coding', name: id })
  }
  return coding
}
