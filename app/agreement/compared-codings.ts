import { mayCode, type Coding } from '../../domain/coding.ts'
import type { CoderId } from '../../domain/ids.ts'
import type { ComparedCoding } from '../contract/comparison.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { Passages } from '../passage.ts'

/** How codings are shown to the viewer; each transcript is read once. */
export function comparedCodings(study: OpenStudy, viewerId: CoderId | undefined): (coding: Coding) => ComparedCoding {
  const passages = new Passages(study)
  const open = new Set(
    study.read.people
      .rounds()
      .filter(mayCode)
      .map(({ id }) => id),
  )
  return (coding) => ({
    id: coding.id,
    codeId: coding.codeId,
    coderId: coding.coderId,
    roundId: coding.roundId,
    isOpen: coding.coderId === viewerId && open.has(coding.roundId),
    passage: passages.at(coding.transcriptId, coding),
  })
}
