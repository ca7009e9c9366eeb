import { foldText } from './text/folded-text.ts'

/** What those who ask are called in English and French transcripts, without case or accents. */
const ASKING =
  /^(?:(?:first|second|other|lead|main)\s+)?(?:interviewe(?:r|ur|use)s?|interviewer[-\s]?euse|intervieweu(?:r|se)|enquet(?:eur|rice)|moderat(?:or|eur|rice)|facilitat(?:or|eur|rice)|animat(?:eur|rice)|researcher|chercheu(?:r|se)|q|int|i)(?:\W.*|\d.*)?$/u

/** Whether a speaker's label is that of one who asks, not of one who was interviewed. Nobody's words are neither. */
export function isInterviewer(label: string | null): boolean {
  if (label === null) return false
  return ASKING.test(foldText(label).trim())
}
