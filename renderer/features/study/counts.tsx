import { useTranslation } from 'react-i18next'
import type { StudyInfo } from '../../../app/contract/study.ts'
import { useFormat } from '../../i18n/format.ts'

const COUNTED = [
  'transcripts',
  'turns',
  'words',
  'participants',
  'coders',
  'codes',
  'codings',
  'mismatches',
  'instances',
  'surveys',
] as const

export function Counts({ info }: { readonly info: StudyInfo }) {
  const { t } = useTranslation('study')
  const format = useFormat()
  const counts = { ...info, surveys: info.surveys.length }
  return (
    <section className="section" aria-labelledby="study-counts">
      <h2 id="study-counts">{t('counts.heading')}</h2>
      <dl className="study-counts">
        {COUNTED.map((name) => (
          <div key={name}>
            <dt>{t(`counts.${name}`)}</dt>
            <dd>{format.number(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
