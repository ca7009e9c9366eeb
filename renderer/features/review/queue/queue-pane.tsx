import { CircleCheck, Equal, MessageSquareText } from 'lucide-react'
import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../../app/contract/review.ts'
import { Button } from '../../../components/button.tsx'
import type { KnownCodes } from '../../../components/known-codes.ts'
import { useVirtualList } from '../../../components/use-virtual-list.ts'
import { useFormat } from '../../../i18n/format.ts'
import { familyOf, letterOf, type Family } from '../decision/draft.ts'
import { focusQueue, QUEUE_ID } from '../focus.ts'
import { showEverything } from '../store.ts'
import type { Review } from '../use-review.ts'
import { alikeIn, isText, shownOf } from './queue-view.ts'
import { KindTag } from './kind-tag.tsx'
import { QueueBar } from './queue-bar.tsx'

interface QueuePaneProps {
  readonly review: Review
  readonly chosen: ReviewItem | null
  readonly onChoose: (item: ReviewItem) => void
}

/** Height of a row in pixels at the usual text size, before it is measured. */
const ROW = 104

/** The queue: how far it has come, what of it is shown, and its items, of which only those in view are in the document. */
export function QueuePane({ review, chosen, onChoose }: QueuePaneProps) {
  const { t } = useTranslation('review')
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, codes } = review
  const list = useVirtualList(scroller, shown.length, () => ROW)
  const at = shown.findIndex(({ id }) => id === chosen?.id)
  const { goTo } = list
  useEffect(() => {
    if (at !== -1) goTo(at, 'auto')
  }, [at, goTo])
  useRowInView(scroller, at, goTo)
  const chosenId = chosen?.id
  useEffect(() => {
    // The keyboard goes along, unless it is in something else; a row that left the view took it to nothing.
    const { activeElement } = document
    const isFree = activeElement === document.body || scroller.current?.contains(activeElement) === true
    if (isFree && chosenId !== undefined) focusQueue()
  }, [chosenId])
  return (
    <section className="review-queue" aria-label={t('queue.label')}>
      <QueueBar review={review} />
      <div ref={scroller} className="review-queue-scroller">
        {shown.length === 0 ? (
          <div className="review-none">
            <p className="muted">{t('queue.none')}</p>
            <Button onPress={showEverything}>{t('queue.showAll')}</Button>
          </div>
        ) : (
          <ol id={QUEUE_ID} className="review-list" aria-label={t('queue.items')} style={{ height: list.height }}>
            {/* Takes the room of those above, which are not in the document. */}
            <li aria-hidden style={{ height: list.top }} />
            {list.indexes.map((index) => {
              const item = shown[index]
              return (
                item !== undefined && (
                  <li
                    key={item.id}
                    ref={list.measure}
                    data-index={index}
                    aria-posinset={index + 1}
                    aria-setsize={shown.length}
                  >
                    <button
                      type="button"
                      className="review-row"
                      data-item={item.id}
                      aria-current={item.id === chosen?.id || undefined}
                      tabIndex={item.id === chosen?.id ? 0 : -1}
                      onClick={() => onChoose(item)}
                    >
                      <Row item={item} codes={codes} />
                    </button>
                  </li>
                )
              )
            })}
          </ol>
        )}
      </div>
    </section>
  )
}

/** Keeps the chosen row in view when the room for the list changes; where somebody scrolled away from it, they stay there. */
function useRowInView(
  scroller: RefObject<HTMLDivElement | null>,
  at: number,
  goTo: (index: number, align: 'auto') => void,
): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null || at === -1) return
    let wasInView = true
    const look = () => {
      const row = element.querySelector('[aria-current]')?.getBoundingClientRect()
      const { top, bottom } = element.getBoundingClientRect()
      wasInView = row !== undefined && row.bottom > top && row.top < bottom
    }
    const observer = new ResizeObserver(() => {
      if (wasInView) goTo(at, 'auto')
    })
    element.addEventListener('scroll', look, { passive: true })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller, at, goTo])
}

function Row({ item, codes }: { readonly item: ReviewItem; readonly codes: KnownCodes }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const { kind, state, words, transcript, turn, cost, characters, differing, notes } = item
  const family = familyOf(item)
  const alike = alikeIn(family, item.readings)
  const named = differing.map((one) => (isText(one) ? t(`queue.texts.${one}`) : one))
  const difference = named.length === 0 ? null : t('queue.differ', { count: named.length, what: format.list(named) })
  return (
    <>
      <span className="review-row-head">
        <KindTag kind={kind} />
        <span className="review-row-place grow small muted figures">
          <span className="truncate">{transcript},</span>
          <span>{t('queue.turn', { turn })}</span>
        </span>
        {notes > 0 && (
          <span className="review-row-mark" title={t('queue.notes', { count: notes })}>
            <MessageSquareText aria-hidden />
            <span className="visually-hidden">{t('queue.notes', { count: notes })}</span>
          </span>
        )}
        {state !== 'open' && (
          <span className="review-row-mark review-row-done">
            {state === 'decided' ? <CircleCheck aria-hidden /> : <Equal aria-hidden />}
            <span>{t(`states.${state}`)}</span>
          </span>
        )}
      </span>
      <span className="review-row-codes">
        {alike.map(({ reading, places }) => (
          <span key={reading.coderId} className="review-row-reading">
            <span className="review-row-letters">
              {places.map((place) => (
                <span key={place} className="review-letter">
                  {letterOf(place)}{' '}
                </span>
              ))}
            </span>
            <ShortReading
              reading={reading}
              codes={codes}
              family={family}
              // Two who decided differently need no criteria to be told apart.
              difference={family === 'screening' && alike.length > 1 ? null : difference}
            />
          </span>
        ))}
      </span>
      <span className="review-row-foot">
        <span className="review-row-words">{words}</span>
        <span
          className="small muted figures"
          title={t(cost === 0 && characters > 0 ? 'queue.charactersHint' : 'queue.costHint')}
        >
          {cost === 0 && characters > 0
            ? t('queue.characters', { count: characters })
            : t('queue.cost', { cost: format.number(cost) })}
        </span>
      </span>
    </>
  )
}

interface ShortReadingProps {
  readonly reading: ReviewItem['readings'][number]
  readonly codes: KnownCodes
  readonly family: Family
  /** In what the readings differ where the row says the same of them; null where they do not, or where the row shows it. */
  readonly difference: string | null
}

function ShortReading({ reading, codes, family, difference }: ShortReadingProps) {
  const { t } = useTranslation('review')
  const shown = shownOf(family, reading)
  switch (shown) {
    case 'decision':
      return (
        reading.decision !== null && (
          <span>
            {t(`decisions.${reading.decision}`)}
            {family === 'screening' && difference !== null && <span className="muted">, {difference}</span>}
          </span>
        )
      )
    case 'draft':
      return <span className="muted">{difference ?? t('queue.draft')}</span>
    case 'unscreened':
    case 'uncoded':
      return <span className="muted">{t(`queue.${shown}`)}</span>
    case 'codes':
  }
  return (
    <span className="review-row-names">
      {reading.codes.map((id) => (
        <span key={id} className="review-row-code">
          <span className={`swatch code-colour-${codes.colourOf(id)}`} aria-hidden />
          <span className="truncate">{codes.labelOf(id)}</span>
        </span>
      ))}
    </span>
  )
}
