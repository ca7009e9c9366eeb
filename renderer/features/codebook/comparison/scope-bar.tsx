import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attributeNames, attributeValue, attributeValues, type Participant } from '../../../../domain/participant.ts'
import { Select } from '../../../components/select.tsx'
import { useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { MultiChoice } from './multi-choice.tsx'
import { useResolvedScope, type AttributeFilter, type ScopeChoice } from './scope.ts'
import { useAttributeName } from './use-attribute-name.ts'

interface ScopeBarProps {
  readonly choice: ScopeChoice
  readonly onChange: (change: Partial<ScopeChoice>) => void
}

const NONE: readonly Participant[] = []

export function useParticipants(): readonly Participant[] {
  return useRead('participants.list', {}).value ?? NONE
}

/** Whose codings, of which rounds, transcripts and participants. */
export function ScopeBar({ choice, onChange }: ScopeBarProps) {
  const { t } = useTranslation('comparison')
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const coderId = useSession((session) => session.coderId)
  const roundId = useSession((session) => session.roundId)
  const transcripts = useRead('transcripts.list', {}).value ?? []
  const resolved = useResolvedScope(choice)
  const present = rounds.find((one) => one.id === roundId)
  const own = coders.find((one) => one.id === coderId)
  return (
    <>
      <Select
        label={t('scope.whose')}
        value={resolved === null ? null : resolved.whose === coderId ? 'mine' : resolved.whose}
        options={[
          { id: 'mine', label: t('scope.mine', { name: own?.name ?? '' }) },
          { id: 'everyone', label: t('scope.everyone') },
          ...coders.filter(({ id }) => id !== coderId).map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(id) => onChange({ whose: id })}
      />
      <Select
        label={t('scope.round')}
        value={resolved === null ? null : resolved.round === roundId ? 'present' : resolved.round}
        options={[
          ...(present === undefined ? [] : [{ id: 'present' as const, label: present.name }]),
          { id: 'all', label: t('scope.allRounds') },
          ...rounds.filter(({ id }) => id !== roundId).map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(id) => onChange({ round: id })}
      />
      <MultiChoice
        label={t('scope.transcripts')}
        text={
          choice.transcripts.length === 0
            ? t('scope.all')
            : t('scope.some', { some: choice.transcripts.length, all: transcripts.length })
        }
        sections={[{ id: 'transcripts', title: '', options: transcripts.map(({ id, name }) => ({ id, label: name })) }]}
        chosen={choice.transcripts}
        onChange={(ids) =>
          onChange({ transcripts: transcripts.filter(({ id }) => ids.includes(id)).map(({ id }) => id) })
        }
      />
      <ParticipantChoice filters={choice.attributes} onChange={(attributes) => onChange({ attributes })} />
    </>
  )
}

interface ParticipantChoiceProps {
  readonly filters: readonly AttributeFilter[]
  readonly onChange: (filters: readonly AttributeFilter[]) => void
}

/** Filters by attributes: of one attribute any value fits, and all attributes must fit. */
function ParticipantChoice({ filters, onChange }: ParticipantChoiceProps) {
  const { t } = useTranslation('comparison')
  const nameOf = useAttributeName()
  const participants = useParticipants()
  const options = useMemo(() => attributeOptions(participants), [participants])
  if (options.length === 0) return null
  const chosen = options.filter(({ name, value }) =>
    filters.some((filter) => filter.name === name && filter.values.includes(value)),
  )
  const labelOf = (value: string | null) => value ?? t('scope.notNoted')
  return (
    <MultiChoice
      label={t('scope.participants')}
      text={
        chosen.length === 0
          ? t('scope.all')
          : filters.map(({ values }) => values.map(labelOf).join(t('scope.or'))).join(t('scope.and'))
      }
      sections={[...Map.groupBy(options, ({ name }) => name)].map(([name, of]) => ({
        id: name,
        title: nameOf(name),
        options: of.map(({ id, value }) => ({ id, label: labelOf(value) })),
      }))}
      chosen={chosen.map(({ id }) => id)}
      onChange={(ids) => {
        const wanted = options.filter(({ id }) => ids.includes(id))
        const byName = Map.groupBy(wanted, ({ name }) => name)
        onChange([...byName].map(([name, of]) => ({ name, values: of.map(({ value }) => value) })))
      }}
    />
  )
}

function attributeOptions(participants: readonly Participant[]) {
  return attributeNames(participants).flatMap((name) => {
    const isUnnoted = participants.some((one) => attributeValue(one, name) === null)
    const values = [...attributeValues(participants, name), ...(isUnnoted ? [null] : [])]
    return values.map((value) => ({ id: JSON.stringify([name, value]), name, value }))
  })
}
