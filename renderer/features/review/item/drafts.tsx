import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { MarkedWords } from '../../../../domain/adjudication/own-words.ts'
import { TEXT_FIELDS } from '../../../../domain/adjudication/segments.ts'
import type { CoderId } from '../../../../domain/ids.ts'
import type { Draft, DraftText } from '../decision/draft.ts'
import { letterOf } from '../decision/draft.ts'
import { EDITOR_ID } from '../focus.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { baseOf, comparedIn, markDrafts } from './compared-drafts.ts'
import { isStanding, ReadingHead } from './readings.tsx'

interface DraftsProps {
  readonly detail: ReviewItemDetail
  /** The text being put together; null while none is. */
  readonly text: DraftText | null
  /** Whose draft is being taken; null while it is none. */
  readonly taken: CoderId | null
  readonly onChange: (draft: Draft) => void
}

/**
 * What was written down of a mismatch, side by side, with the words marked that only one of two has; of three drafts and
 * more each is held against one that is chosen. Below them the consolidated text.
 */
export function Drafts({ detail, text, taken, onChange }: DraftsProps) {
  const { t } = useTranslation('review')
  const [asked, setAsked] = useState<CoderId | null>(null)
  const compared = useMemo(() => comparedIn(detail), [detail])
  const base = baseOf(detail, compared, asked ?? taken)
  const marked = useMemo(() => markDrafts(compared, base), [compared, base])
  return (
    <>
      {compared.length > 2 && (
        <fieldset className="review-choices small">
          <legend className="visually-hidden">{t('text.against')}</legend>
          <span className="muted" aria-hidden>
            {t('text.against')}
          </span>
          {detail.readings.map(
            ({ coderId, coder }, index) =>
              compared.some((one) => one.coderId === coderId) && (
                <Button
                  key={coderId}
                  variant="quiet"
                  label={`${letterOf(index)} ${coder}`}
                  isPressed={compared[base]?.coderId === coderId}
                  onPress={() => setAsked(coderId)}
                >
                  {letterOf(index)}
                </Button>
              ),
          )}
        </fieldset>
      )}
      <div className="review-readings">
        {detail.readings.map((reading, index) => (
          <section key={reading.coderId} className="review-reading" aria-labelledby={`review-reading-${index}`}>
            <ReadingHead index={index} coder={reading.coder} isStanding={isStanding(detail, reading)} />
            {reading.form === null ? (
              <p className="muted">{t('text.none')}</p>
            ) : (
              <dl className="review-terms review-drafts small">
                {TEXT_FIELDS.map((field) => (
                  <div key={field}>
                    <dt>{t(`text.${field}`)}</dt>
                    <dd>
                      <Written
                        text={reading.form?.[field] ?? ''}
                        marked={marked.get(reading.coderId)?.[field] ?? null}
                      />
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
  readonly text: string
  /** The same in stretches; null where it is not compared with another. */
  readonly marked: readonly MarkedWords[] | null
}

/** One text, its own words underlined. */
function Written({ text, marked }: WrittenProps) {
  const { t } = useTranslation('review')
  if (text === '') return <span className="muted">{t('text.empty')}</span>
  if (marked === null) return text
  return marked.map(({ text: words, isOwn }, place) =>
    isOwn ? (
      <mark key={place} className="review-own-words">
        <span className="visually-hidden">{t('text.onlyHere')} </span>
        {words}
      </mark>
    ) : (
      <span key={place}>{words}</span>
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
      {TEXT_FIELDS.map((field, place) => (
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
