import { useTranslation } from 'react-i18next'
import type { ExportKind } from '../../../app/contract/exports.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { Select } from '../../components/select.tsx'
import type { Language } from '../../i18n/i18n.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { mergedName, type ChosenGrouping } from './grouping.ts'

interface ExportOptionsProps {
  readonly kind: ExportKind
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly grouping: ChosenGrouping
  readonly onGrouping: (grouping: ChosenGrouping) => void
  readonly roundId: RoundId | null
  readonly onRound: (roundId: RoundId | null) => void
}

/** An attribute by which answers can be grouped, over all surveys of the study. */
interface Attribute {
  readonly name: string
  readonly groups: readonly { readonly name: string; readonly count: number }[]
}

const NONE = 'none'
const EVERY = 'every'

export function ExportOptions({
  kind,
  language,
  onLanguage,
  grouping,
  onGrouping,
  roundId,
  onRound,
}: ExportOptionsProps) {
  const { t } = useTranslation('export')
  const rounds = useSession((session) => session.rounds)
  const takesGrouping = kind === 'survey' || kind === 'checklists'
  const surveys = useRead('surveys.list', takesGrouping ? {} : null)
  const attributes = distinct((surveys.value ?? []).flatMap((survey) => survey.attributes))
  const attribute = attributes.find(({ name }) => name === grouping.by) ?? null
  const points = Math.max(2, ...(surveys.value ?? []).map(({ scale }) => scale.length)) - 1
  return (
    <div className="stack">
      <div className="grid-fields">
        {kind !== 'codings' && (
          <Select
            label={t('language')}
            value={language}
            onChange={onLanguage}
            options={[
              { id: 'en', label: t('english') },
              { id: 'fr', label: t('french') },
            ]}
          />
        )}
        {kind === 'codings' && (
          <Select
            label={t('round')}
            value={roundId ?? EVERY}
            onChange={(id) => onRound(rounds.find((round) => round.id === id)?.id ?? null)}
            options={[
              { id: EVERY, label: t('everyRound') },
              ...rounds.map(({ id, name, state }) => ({
                id,
                label: name,
                ...(state === 'blind' && { description: t('blindRound') }),
              })),
            ]}
          />
        )}
        {takesGrouping && attributes.length > 0 && (
          <>
            <Select
              label={t('by')}
              value={grouping.by === null ? NONE : `by ${grouping.by}`}
              onChange={(id) =>
                onGrouping({ ...grouping, merged: [], by: id === NONE ? null : id.slice('by '.length) })
              }
              options={[
                { id: NONE, label: t('byNothing') },
                ...attributes.map(({ name }) => ({ id: `by ${name}`, label: name })),
              ]}
            />
            <Select
              label={t('top')}
              value={String(grouping.top)}
              onChange={(top) => onGrouping({ ...grouping, top: Number(top) })}
              options={Array.from({ length: points }, (_, index) => ({
                id: String(index + 1),
                label: t('topPoints', { count: index + 1 }),
              }))}
            />
          </>
        )}
      </div>
      {takesGrouping && attribute !== null && attribute.groups.length > 2 && (
        <Merging attribute={attribute} grouping={grouping} onGrouping={onGrouping} />
      )}
    </div>
  )
}

interface MergingProps extends Pick<ExportOptionsProps, 'grouping' | 'onGrouping'> {
  readonly attribute: Attribute
}

function Merging({ attribute, grouping, onGrouping }: MergingProps) {
  const { t } = useTranslation('export')
  const toggle = (group: string, isSelected: boolean) => {
    const merged = attribute.groups
      .map(({ name }) => name)
      .filter((name) => (name === group ? isSelected : grouping.merged.includes(name)))
    onGrouping({ ...grouping, merged })
  }
  return (
    <fieldset className="export-merge">
      <legend className="field-label">{t('merge')}</legend>
      <div className="row">
        {attribute.groups.map(({ name, count }) => (
          <Checkbox
            key={name}
            isSelected={grouping.merged.includes(name)}
            onChange={(isSelected) => toggle(name, isSelected)}
          >
            {t('group', { name, n: count })}
          </Checkbox>
        ))}
      </div>
      {grouping.merged.length > 1 && <p className="field-hint">{t('merged', { name: mergedName(grouping.merged) })}</p>}
    </fieldset>
  )
}

function distinct(attributes: readonly Attribute[]): readonly Attribute[] {
  return [...new Map(attributes.map((attribute) => [attribute.name, attribute])).values()]
}
