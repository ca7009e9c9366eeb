import { useTranslation } from 'react-i18next'
import type { SelectOption } from '../../components/select.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useRead } from '../../use-read.ts'

/** Who speaks, to choose from: those who answer and those who ask, where labels tell, then everyone by name. */
export function useSpeakerOptions(): readonly SelectOption<string>[] {
  const { t } = useTranslation('search')
  const format = useFormat()
  const { value } = useRead('search.speakers', {})
  const speakers = value ?? []
  const turns = (count: number) => t('counts.turns', { count, formatted: format.number(count) })
  const sum = (isInterviewer: boolean) =>
    speakers.filter((one) => one.isInterviewer === isInterviewer).reduce((total, one) => total + one.turns, 0)
  const groups = speakers.some((one) => one.isInterviewer)
    ? [
        { id: 'participants', label: t('filters.participants'), description: turns(sum(false)) },
        { id: 'interviewers', label: t('filters.interviewers'), description: turns(sum(true)) },
      ]
    : []
  return [
    ...groups,
    ...speakers.map(({ name, turns: count }) => ({ id: `speaker:${name}`, label: name, description: turns(count) })),
  ]
}
