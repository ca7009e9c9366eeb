import { AxialError } from '../../domain/errors.ts'
import type { SegmentId } from '../../domain/ids.ts'
import type { Segment } from '../../domain/segment.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** @throws AxialError not-found */
export function requireSegment(study: OpenStudy, id: SegmentId): Segment {
  const segment = study.write.segments.byId(id)
  if (segment === null) throw new AxialError('not-found', { what: 'segment', name: id })
  return segment
}

/** A segment as people name it: its number in the transcript, and its title where it has one. */
export function nameOfSegment(study: OpenStudy, { id, transcriptId, title }: Segment): string {
  const number = study.write.segments.ofTranscript(transcriptId).findIndex((one) => one.id === id) + 1
  return title === '' ? String(number) : `${String(number)} ${title}`
}
