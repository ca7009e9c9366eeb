import { Check, Minus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  EXCLUSION_CRITERIA,
  INCLUSION_CRITERIA,
  nextAnswer,
  withoutExclusion,
  type Answer,
  type Criterion,
  type Decision,
  type ScreeningForm,
} from '../../../../domain/screening.ts'
import { Button } from '../../../components/button.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { CRITERION_KEYS, PANE_KEYS } from './screening-keys.ts'

const SIGNS = { yes: Check, no: X, undecided: Minus } as const satisfies Record<Answer, unknown>

interface CriteriaFieldsProps {
  readonly form: ScreeningForm
  readonly isFinished: boolean
  readonly decision: Decision
  readonly onChange: (change: Partial<ScreeningForm>) => void
}

/** The criteria, each answered by its key or its button, and what follows from them. */
export function CriteriaFields({ form: { criteria }, isFinished, decision, onChange }: CriteriaFieldsProps) {
  const { t } = useTranslation('segments')
  const groups = [
    { id: 'inclusion', criteria: INCLUSION_CRITERIA },
    { id: 'exclusion', criteria: EXCLUSION_CRITERIA },
  ] as const
  const field = (criterion: Criterion) => {
    const answer = criteria[criterion]
    const Sign = SIGNS[answer]
    return (
      <button
        key={criterion}
        type="button"
        className="criterion"
        data-answer={answer}
        disabled={isFinished}
        aria-keyshortcuts={CRITERION_KEYS[criterion]}
        onClick={() => onChange({ criteria: { ...criteria, [criterion]: nextAnswer(answer) } })}
      >
        <kbd className="kbd" aria-hidden>
          {CRITERION_KEYS[criterion]}
        </kbd>
        <span className="grow">
          <span className="muted figures">{criterion}</span> {t(`criteria.${criterion}`)}
        </span>
        <span className="criterion-answer">
          <Sign aria-hidden />
          <span className={answer === 'undecided' ? 'visually-hidden' : undefined}>{t(`answers.${answer}`)}</span>
        </span>
      </button>
    )
  }
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group.id} className="criteria">
          <legend className="field-label">{t(group.id)}</legend>
          {group.criteria.map(field)}
        </fieldset>
      ))}
      <div>
        <Button
          variant="quiet"
          shortcut={PANE_KEYS.none}
          isDisabled={isFinished || EXCLUSION_CRITERIA.every((one) => criteria[one] !== 'undecided')}
          onPress={() => onChange({ criteria: withoutExclusion(criteria) })}
        >
          {t('noneOfThese')}
        </Button>
      </div>
      <output className={`segment-why segment-${decision.kind}`}>
        <Why decision={decision} />
      </output>
    </>
  )
}

function Why({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('segments')
  const format = useFormat()
  switch (decision.kind) {
    case 'included':
      return t('why.included')
    case 'excluded':
      return t('why.excluded', { criteria: format.list(decision.because) })
    case 'open':
      return t('why.open', { criteria: format.list(decision.undecided) })
  }
}
