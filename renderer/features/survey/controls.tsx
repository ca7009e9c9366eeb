import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import { Select } from '../../components/select.tsx'
import { ORDERS, type Arrangement } from './arrangement.ts'

export type ListedSurvey = Output<'surveys.list'>[number]

interface ControlsProps {
  readonly surveys: readonly ListedSurvey[]
  readonly survey: ListedSurvey
  readonly onSurvey: (name: string) => void
  readonly arrangement: Arrangement
  readonly onChange: (arrangement: Arrangement) => void
}

/** An attribute may be called anything: in the choice it is told from "none" by a mark in front. */
const NOBODY = 'none'
const idOf = (attribute: string) => `by:${attribute}`

export function Controls({ surveys, survey, onSurvey, arrangement, onChange }: ControlsProps) {
  const { t } = useTranslation('survey')
  const { scale, attributes } = survey
  // An attribute of which everyone has the same value makes no groups.
  const usable = attributes.filter(({ groups }) => groups.length > 1)
  const tops = scale.slice(1).map((_, index) => index + 1)
  return (
    <section className="survey-controls" aria-label={t('controls.label')}>
      {surveys.length > 1 && (
        <Select
          label={t('controls.survey')}
          value={survey.name}
          options={surveys.map(({ name }) => ({ id: name, label: name }))}
          onChange={onSurvey}
        />
      )}
      <Select
        label={t('controls.by')}
        value={arrangement.by === null ? NOBODY : idOf(arrangement.by)}
        options={[
          { id: NOBODY, label: t('controls.nobody') },
          ...usable.map(({ name, groups }) => ({
            id: idOf(name),
            label: name,
            description: groups.map((group) => t('groups.group', group)).join(', '),
          })),
        ]}
        onChange={(id) => {
          const by = usable.find(({ name }) => idOf(name) === id)?.name ?? null
          onChange({ ...arrangement, by, merges: [], shown: null })
        }}
      />
      <Select
        label={t('controls.top')}
        value={String(Math.min(arrangement.top, scale.length - 1))}
        options={tops.map((count) => ({
          id: String(count),
          label: t('controls.topPoints', { count, labels: scale.slice(-count).join(' + ') }),
        }))}
        onChange={(id) => onChange({ ...arrangement, top: Number(id) })}
      />
      <Select
        label={t('controls.order')}
        value={arrangement.order}
        options={ORDERS.map((order) => ({ id: order, label: t(`controls.${order}`) }))}
        onChange={(order) => onChange({ ...arrangement, order })}
      />
    </section>
  )
}
