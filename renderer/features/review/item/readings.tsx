import { useTranslation } from 'react-i18next'
import type { ReviewDecision, ReviewItem, ReviewItemDetail, ReviewReading } from '../../../../app/contract/review.ts'
import { familyOf, letterOf } from '../decision/draft.ts'
import { CodeName } from './code-name.tsx'

/** What each coder read there, side by side: the codes with their memos, and what else they put on those words. */
export function CodingReadings({ detail }: { readonly detail: ReviewItemDetail }) {
  const { t } = useTranslation('review')
  return (
    <div className="review-readings">
      {detail.readings.map((reading, index) => (
        <section key={reading.coderId} className="review-reading" aria-labelledby={`review-reading-${index}`}>
          <ReadingHead index={index} coder={reading.coder} isStanding={isStanding(detail, reading)} />
          {reading.codings.length === 0 ? (
            <p className="muted">{t('reading.nothing')}</p>
          ) : (
            reading.codings.map(({ id, codeId, start, end, words, memos }) => (
              <div key={id} className="stack-tight">
                <CodeName detail={detail} id={codeId} />
                {(start !== detail.item.start || end !== detail.item.end) && (
                  <p className="small review-reading-words">{t('reading.words', { words })}</p>
                )}
                {memos.map(({ coder, body }) => (
                  <blockquote key={body} className="review-memo small">
                    {body}
                    {coder !== null && coder !== reading.coder && <footer className="muted">{coder}</footer>}
                  </blockquote>
                ))}
              </div>
            ))
          )}
          {reading.beside.length > 0 && (
            <div className="review-beside small">
              <span className="muted">{t('reading.beside')}</span>
              {[...new Set(reading.beside.map(({ codeId }) => codeId))].map((id) => (
                <CodeName key={id} detail={detail} id={id} />
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  )
}

/** The letter of a reading and whose it is; marked where it is what stands. */
export function ReadingHead(props: { readonly index: number; readonly coder: string; readonly isStanding: boolean }) {
  const { index, coder, isStanding } = props
  const { t } = useTranslation('review')
  return (
    <h3 id={`review-reading-${index}`} className="review-reading-head">
      <span className={`review-letter review-of-${'abc'[index] ?? 'other'}`}>{letterOf(index)}</span>
      <span className="grow">{coder}</span>
      {isStanding && <span className="tag tag-success">{t('reading.stands')}</span>}
    </h3>
  )
}

/** Whether a decision took this coder's reading; that they coded nothing stands only where nothing else does. */
export function isStanding({ item, decisions, result }: Standing, { coderId, codings }: StandingReading): boolean {
  const isTaken = item.state !== 'open' && decisions.at(-1)?.taken.includes(coderId) === true
  return isTaken && (familyOf(item) !== 'coding' || codings.length > 0 || result.length === 0)
}

interface Standing {
  readonly item: Pick<ReviewItem, 'id' | 'state'>
  readonly decisions: readonly Pick<ReviewDecision, 'taken'>[]
  readonly result: readonly unknown[]
}

interface StandingReading extends Pick<ReviewReading, 'coderId'> {
  readonly codings: readonly unknown[]
}
