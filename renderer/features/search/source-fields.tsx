import { useTranslation } from 'react-i18next'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRead } from '../../use-read.ts'
import { ANY, idChoice, speakerChoice } from './choices.ts'
import { FilterBar } from './filter-bar.tsx'
import { changeSource, searchFor, type SearchScreen } from './screen.ts'
import { useSpeakerOptions } from './speaker-options.ts'

interface FieldsProps {
  readonly screen: SearchScreen
}

/** Whose turns are coded, and in which transcript. */
export function SpeakerFields({ screen }: FieldsProps) {
  const { t } = useTranslation('search')
  const speakers = useSpeakerOptions()
  const { value: transcripts } = useRead('transcripts.list', {})
  return (
    <>
      <Select
        label={t('filters.speaker')}
        value={screen.speaker}
        options={speakers}
        onChange={(option) => changeSource({ speaker: speakerChoice(option) ?? 'participants' })}
      />
      <Select
        label={t('filters.transcript')}
        value={screen.choices.transcript ?? ANY}
        options={[
          { id: ANY, label: t('filters.allTranscripts') },
          ...(transcripts ?? []).map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(option) => changeSource({ choices: { ...screen.choices, transcript: idChoice(option) } })}
      />
    </>
  )
}

/** What is searched for, and how much around it is coded: the search is the one of the other tab. */
export function FoundFields({ screen }: FieldsProps) {
  const { t } = useTranslation('search')
  return (
    <>
      <Select
        label={t('auto.scope')}
        value={screen.scope}
        options={(['hits', 'sentences', 'turns'] as const).map((id) => ({ id, label: t(`auto.scopes.${id}`) }))}
        onChange={(scope) => changeSource({ scope })}
      />
      <div className="search-wide">
        <TextField
          label={t('field')}
          hint={t('syntax')}
          type="search"
          value={screen.query}
          onChange={(query) => searchFor({ query })}
        />
      </div>
      <div className="search-wide">
        <FilterBar choices={screen.choices} onChange={(choices) => searchFor({ choices })} />
      </div>
    </>
  )
}
