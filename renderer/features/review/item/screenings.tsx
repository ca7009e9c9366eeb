import { Check, Minus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ReviewedForm, ReviewItemDetail } from '../../../../app/contract/review.ts'
import { CRITERIA, decide, nextAnswer, type Answer, type Criterion } from '../../../../domain/screening.ts'
import { ScrollArea } from '../../../components/scroll-area.tsx'
import { letterOf, type Draft } from '../decision/draft.ts'
import { EDITOR_ID } from '../focus.ts'

const SIGNS = { yes: Check, no: X, undecided: Minus } as const satisfies Record<Answer, unknown>

interface ScreeningsProps {
  readonly detail: ReviewItemDetail
  /** The criteria being decided; null while none are. */
  readonly criteria: ReviewedForm['criteria'] | null
  readonly onChange: (draft: Draft) => void
}

/** The criteria and how each coder answered them, what differs marked; with the moderator's own answers while they decide. */
export function Screenings({ detail, criteria, onChange }: ScreeningsProps) {
  const { t } = useTranslation('review')
  const { t: segments } = useTranslation('segments')
  const answered = criteria !== null
  return (
    <ScrollArea label={t('screening.title')}>
      <table id={answered ? EDITOR_ID : undefined} className="table table-compact review-criteria">
        <caption className="visually-hidden">{t('screening.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('screening.criterion')}</th>
            {detail.readings.map(({ coderId, coder }, index) => (
              <th key={coderId} scope="col">
                <span className="review-letter">{letterOf(index)}</span> {coder}
              </th>
            ))}
            {answered && <th scope="col">{t('screening.mine')}</th>}
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((criterion) => (
            <tr key={criterion} data-differs={detail.criteria.includes(criterion) || undefined}>
              <th scope="row">
                <span className="muted figures">{criterion}</span> {segments(`criteria.${criterion}`)}
                {detail.criteria.includes(criterion) && (
                  <span className="tag tag-warning">{t('screening.differs')}</span>
                )}
              </th>
              {detail.readings.map(({ coderId, form }) => (
                <td key={coderId}>
                  {form === null ? <span className="muted">—</span> : <AnswerSign answer={form.criteria[criterion]} />}
                </td>
              ))}
              {answered && (
                <td>
                  <button
                    ref={criterion === detail.criteria[0] ? takeFocus : null}
                    type="button"
                    className="review-answer"
                    aria-label={`${criterion}: ${segments(`answers.${criteria[criterion]}`)}`}
                    onClick={() => onChange({ kind: 'criteria', criteria: turned(criteria, criterion) })}
                  >
                    <AnswerSign answer={criteria[criterion]} />
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('screening.so')}</th>
            {detail.readings.map(({ coderId, form }) => (
              <td key={coderId}>{form === null ? '—' : t(`decisions.${form.decision}`)}</td>
            ))}
            {answered && <td>{t(`decisions.${decide(criteria).kind}`)}</td>}
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  )
}

// Answering begins with what differs.
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

function turned(criteria: ReviewedForm['criteria'], criterion: Criterion): ReviewedForm['criteria'] {
  return { ...criteria, [criterion]: nextAnswer(criteria[criterion]) }
}

function AnswerSign({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('segments')
  const Sign = SIGNS[answer]
  return (
    <span className="review-answer-sign">
      <Sign aria-hidden size={14} />
      {t(`answers.${answer}`)}
    </span>
  )
}
