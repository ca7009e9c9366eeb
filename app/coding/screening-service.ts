import { AxialError } from '../../domain/errors.ts'
import { codebookOf } from '../../domain/codebook/codebook.ts'
import {
  BLANK_FORM,
  decide,
  isBlankForm,
  sameForm,
  type Screening,
  type ScreeningForm,
} from '../../domain/screening.ts'
import { contains } from '../../domain/span.ts'
import { requireUnfinished } from './coding-service.ts'
import type { Output } from '../contract.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import { nameOfSegment, requireSegment } from './segment-name.ts'
import { requireTranscript } from '../transcripts/transcript-service.ts'

export const screeningHandlers: Handlers<Under<'screenings'>> = {
  'screenings.list': (study, { transcriptId, coderId }) => {
    requireTranscript(study, transcriptId)
    const sees = visibility(study, coderId)
    return study.read.screenings
      .ofTranscript(transcriptId)
      .filter((screening) => sees(screening.coderId, screening.roundId))
      .map(listed)
  },
  'screenings.save': (study, { segmentId, coderId, roundId, ...given }) => {
    const segment = requireSegment(study, segmentId)
    study.coder(coderId)
    requireUnfinished(study, roundId)
    const form: ScreeningForm = { ...given, instances: [...new Set(given.instances)] }
    if (form.quoteSpan !== null && !contains(segment, form.quoteSpan)) {
      throw new AxialError('quote-outside', { name: nameOfSegment(study, segment) })
    }
    const codebook = codebookOf(study.write.codes.all())
    const unknown = form.instances.find((code) => !codebook.has(code))
    if (unknown !== undefined) throw new AxialError('not-found', { what: 'code', name: unknown })
    const standing = study.write.screenings.ofSegment(segmentId).find(isOf({ coderId, roundId })) ?? null
    const screening = { id: standing?.id ?? study.newId('screening'), segmentId, coderId, roundId, ...form }
    if (sameForm(standing ?? BLANK_FORM, form)) return listed(screening)
    if (standing === null && isBlankForm(form)) return listed(screening)
    const { name } = requireTranscript(study, segment.transcriptId)
    const detail = `${name}, ${nameOfSegment(study, segment)}`
    study.act({ action: 'screenings.save', detail, coderId }, () => {
      const { screenings } = study.write
      if (standing === null) screenings.add(screening, study.world.newId)
      else if (isBlankForm(form)) screenings.remove(standing.id)
      else screenings.change(standing, form, study.world.newId)
    })
    return listed(screening)
  },
}

/** Whether it is of the same coder in the same round. */
export function isOf(pass: Pick<Screening, 'coderId' | 'roundId'>) {
  return ({ coderId, roundId }: Pick<Screening, 'coderId' | 'roundId'>) =>
    coderId === pass.coderId && roundId === pass.roundId
}

function listed({ id: _, instances, ...screening }: Screening): Output<'screenings.save'> {
  return { ...screening, decision: decide(screening.criteria).kind, instances: [...instances] }
}
