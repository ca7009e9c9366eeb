import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { Draft, DraftText } from '../decision/draft.ts'
import { letterOf } from '../decision/draft.ts'
import { EDITOR_ID } from '../focus.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { isStanding, ReadingHead } from './readings.tsx'

const FIELDS = ['quote', 'description', 'information'] as const
type Field = (typeof FIELDS)[number]

interface DraftsProps {
  readonly detail: ReviewItemDetail
  /** The text being put together; null while none is. */
  readonly text: DraftText | null
  readonly onChange: (draft: Draft) => void
}

/** What was written down of a mismatch, side by side, the words that only one of two has marked; and the consolidated text. */
export function Drafts({ detail, text, onChange }: DraftsProps) {
  const { t } = useTranslation('review')
  return (
    <>
      <div className="review-readings">
        {detail.readings.map((reading, index) => (
          <section key={reading.coderId} className="review-reading" aria-labelledby={`review-reading-${index}`}>
            <ReadingHead index={index} coder={reading.coder} isStanding={isStanding(detail, reading)} />
            {reading.form === null ? (
              <p className="muted">{t('text.none')}</p>
            ) : (
              <dl className="review-terms review-drafts small">
                {FIELDS.map((field) => (
                  <div key={field}>
                    <dt>{t(`text.${field}`)}</dt>
                    <dd>
                      <Written detail={detail} index={index} field={field} text={reading.form?.[field] ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        ))}
      </div>
      {text !== null && <Consolidated detail={detail} text={text} onChange={onChange} />}
    </>
  )
}

interface WrittenProps {
  readonly detail: ReviewItemDetail
  readonly index: number
  readonly field: Field
  readonly text: string
}

/** One text, with what the other one has not underlined. */
function Written({ detail, index, field, text }: WrittenProps) {
  const { t } = useTranslation('review')
  if (text === '') return <span className="muted">{t('text.empty')}</span>
  const { difference } = detail
  if (difference === null) return text
  const left = index === 0 ? 'added' : 'removed'
  return difference[field]
    .filter(({ kind }) => kind !== left)
    .map(({ kind, text: words }, place) =>
      kind === 'same' ? (
        <span key={place}>{words}</span>
      ) : (
        <mark key={place} className="review-own-words">
          <span className="visually-hidden">{t('text.onlyHere')} </span>
          {words}
        </mark>
      ),
    )
}

interface ConsolidatedProps {
  readonly detail: ReviewItemDetail
  readonly text: DraftText
  readonly onChange: (draft: Draft) => void
}

function Consolidated({ detail, text, onChange }: ConsolidatedProps) {
  const { t } = useTranslation('review')
  const change = (changed: Partial<DraftText>) => onChange({ ...text, ...changed, kind: 'text' })
  return (
    <fieldset id={EDITOR_ID} className="review-editor">
      <legend>{t('text.consolidated')}</legend>
      {FIELDS.map((field, place) => (
        <div key={field} className="review-consolidated">
          <TextField
            label={t(`text.${field}`)}
            rows={field === 'quote' ? 4 : 2}
            value={text[field]}
            takesFocus={place === 0}
            onChange={(value) => change(field === 'quote' ? { quote: value, quoteSpan: null } : { [field]: value })}
          />
          <div className="row">
            {detail.readings.map(({ coderId, form }, index) => {
              const written = form?.[field] ?? ''
              return (
                written !== '' && (
                  <Button
                    key={coderId}
                    variant="quiet"
                    label={t('text.takeOf', { field: t(`text.${field}`), letter: letterOf(index) })}
                    isDisabled={written === text[field]}
                    onPress={() =>
                      change(
                        field === 'quote'
                          ? { quote: written, quoteSpan: form?.quoteSpan ?? null }
                          : { [field]: written },
                      )
                    }
                  >
                    {t('text.take', { letter: letterOf(index) })}
                  </Button>
                )
              )
            })}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
