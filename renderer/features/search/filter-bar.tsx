import { useTranslation } from 'react-i18next'
import { attributeNames, attributeValues, STANDARD_ATTRIBUTES } from '../../../domain/participant.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../domain/codebook/codebook.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { ANY, idChoice, isLimiting, NO_CHOICES, speakerChoice, type Choices } from './choices.ts'
import { useSpeakerOptions } from './speaker-options.ts'

interface FilterBarProps {
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

/** Whose words, in which transcripts, coded or not. A filter that has nothing to choose from is not shown. */
export function FilterBar({ choices, onChange }: FilterBarProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const { value: people } = useRead('participants.list', {})
  const { value: transcripts } = useRead('transcripts.list', {})
  const { value: codes } = useRead('codes.list', coderId === null ? null : { coderId })
  const speakers = useSpeakerOptions()
  const attributes = attributeNames(people ?? [])
  const languages = [...new Set((transcripts ?? []).flatMap(({ language }) => language ?? []))].sort()
  const codebook = codebookOf(codes ?? [])
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change })
  const nameOf = (attribute: string) => {
    const standard = STANDARD_ATTRIBUTES.find((one) => one === attribute)
    return standard === undefined ? attribute : t(`filters.attributes.${standard}`)
  }
  const values = choices.attribute === null ? [] : attributeValues(people ?? [], choices.attribute)
  return (
    <fieldset className="search-filters" aria-label={t('filters.label')}>
      <Select
        label={t('filters.speaker')}
        value={choices.speaker ?? ANY}
        options={[{ id: ANY, label: t('filters.anyone') }, ...speakers]}
        onChange={(option) => set({ speaker: speakerChoice(option) })}
      />
      {attributes.length > 0 && (
        <Select
          label={t('filters.attribute')}
          value={choices.attribute ?? ANY}
          options={[
            { id: ANY, label: t('filters.anyParticipant') },
            ...attributes.map((name) => ({ id: name, label: nameOf(name) })),
          ]}
          onChange={(option) =>
            set({
              attribute: option === ANY ? null : option,
              value: option === ANY ? null : (attributeValues(people ?? [], option)[0] ?? null),
            })
          }
        />
      )}
      {choices.attribute !== null && (
        <Select
          label={nameOf(choices.attribute)}
          value={choices.value}
          options={values.map((value) => ({ id: value, label: value }))}
          onChange={(value) => set({ value })}
        />
      )}
      <Select
        label={t('filters.transcript')}
        value={choices.transcript ?? ANY}
        options={[
          { id: ANY, label: t('filters.allTranscripts') },
          ...(transcripts ?? []).map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(option) => set({ transcript: idChoice(option) })}
      />
      {languages.length > 1 && (
        <Select
          label={t('filters.language')}
          value={choices.language ?? ANY}
          options={[
            { id: ANY, label: t('filters.anyLanguage') },
            ...languages.map((tag) => ({ id: tag, label: format.languageName(tag) })),
          ]}
          onChange={(option) => set({ language: option === ANY ? null : option })}
        />
      )}
      <Select
        label={t('filters.coding')}
        value={choices.coded ?? ANY}
        options={[
          { id: ANY, label: t('filters.codedOrNot') },
          { id: 'coded', label: t('filters.coded') },
          { id: 'uncoded', label: t('filters.uncoded') },
        ]}
        onChange={(option) =>
          // A code alone means coded with it: without either it goes too.
          set(option === ANY ? { coded: null, code: null } : { coded: option === 'coded' ? 'coded' : 'uncoded' })
        }
      />
      {codes !== null && codes.length > 0 && (
        <Select
          label={t('filters.code')}
          value={choices.code ?? ANY}
          options={[
            { id: ANY, label: t('filters.anyCode') },
            ...codes
              .map(({ id }) => ({ id, label: pathOf(codebook, id).join(PATH_SEPARATOR) }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
          onChange={(option) =>
            set({ code: idChoice(option), coded: choices.coded ?? (option === ANY ? null : 'coded') })
          }
        />
      )}
      {isLimiting(choices) && (
        <Button variant="quiet" className="search-clear" onPress={() => onChange(NO_CHOICES)}>
          {t('filters.clear')}
        </Button>
      )}
    </fieldset>
  )
}
