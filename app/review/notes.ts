import { AxialError } from '../../domain/errors.ts'
import type { StoredNote } from '../../db/reviews.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { codingsOf } from './consolidation.ts'
import { detailOf, requireItem } from './decisions.ts'
import { describeNote } from './item.ts'

/** Leaves a note on an item: anyone may. */
export function addNote(study: OpenStudy, input: ParsedInput<'review.note'>): Output<'review.note'> {
  const { name } = study.coder(input.coderId)
  const body = input.body.trim()
  if (body === '') throw new AxialError('note-empty')
  const { review, found, within } = requireItem(study, input)
  const note: StoredNote = {
    id: study.newId('note'),
    reviewId: review.id,
    transcriptId: within.transcript.id,
    item: found.id,
    codings: codingsOf(found),
    coderId: input.coderId,
    roundId: review.moderatedRoundId,
    body,
    writtenAt: study.at(),
  }
  const detail = detailOf(study, found, within)
  study.act({ action: 'review.note', detail, coderId: input.coderId }, () => study.write.reviews.addNote(note))
  return describeNote(note, new Map([[input.coderId, name]]))
}

/** Removes a note of one's own. */
export function removeNote(
  study: OpenStudy,
  { id, coderId }: ParsedInput<'review.removeNote'>,
): Output<'review.removeNote'> {
  study.coder(coderId)
  const note = study.write.reviews.note(id)
  if (note === null) throw new AxialError('not-found', { what: 'note', name: id })
  if (note.coderId !== coderId) throw new AxialError('note-not-own')
  const [detail = ''] = note.body.split('\n')
  study.act({ action: 'review.removeNote', detail, coderId }, () => study.write.reviews.removeNote(id))
  return {}
}
