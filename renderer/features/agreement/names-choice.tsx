import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import type { Question } from './question.ts'
import { harmonisedIn } from './rows.ts'

const NAMES = ['asCoded', 'harmonised'] as const

interface NamesChoiceProps {
  readonly agreement: Agreement
  readonly question: Question
  readonly onChange: (question: Question) => void
}

/**
 * Whether codes are compared under the names that coders gave them, or count as what they were mapped to: wherever codes
 * of what is compared were mapped. It says which of the two the figures below are of.
 */
export function NamesChoice({ agreement, question, onChange }: NamesChoiceProps) {
  const { t } = useTranslation('agreement')
  const { mapped: count, merged } = harmonisedIn(agreement, question.who.kind === 'group')
  const mergedNote = merged > 0 && <p className="small muted">{t('names.merged', { count: merged })}</p>
  if (count === 0 && !question.harmonised) return mergedNote
  const shown = agreement.harmonised ? 'harmonised' : 'asCoded'
  return (
    <div className="row agreement-names">
      <ToggleButtonGroup
        className="agreement-figures"
        aria-label={t('names.label')}
        disallowEmptySelection
        selectedKeys={[question.harmonised ? 'harmonised' : 'asCoded']}
        onSelectionChange={(keys) => onChange({ ...question, harmonised: keys.has('harmonised') })}
      >
        {NAMES.map((name) => (
          <ToggleButton key={name} id={name} className="agreement-figure-button">
            {t(`names.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="small muted">{count === 0 ? t('names.none') : t(`names.${shown}Note`, { count })}</span>
      {mergedNote}
    </div>
  )
}
