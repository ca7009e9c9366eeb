import { useTranslation } from 'react-i18next'
import type { ReviewItem, ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { RoundId } from '../../../../domain/ids.ts'
import { useFormat } from '../../../i18n/format.ts'
import { familyOf, spansOf } from '../decision/draft.ts'
import type { Decision } from '../decision/use-decision.ts'
import { PassageView } from '../passage/passage-view.tsx'
import { Definitions } from './definitions.tsx'
import { Drafts } from './drafts.tsx'
import { DecisionHistory } from './history.tsx'
import { Instances } from './instances.tsx'
import { Notes } from './notes.tsx'
import { CodingReadings } from './readings.tsx'
import { Screenings } from './screenings.tsx'
import { KindTag } from '../queue/kind-tag.tsx'

interface ItemPaneProps {
  readonly item: ReviewItem
  readonly detail: ReviewItemDetail | null
  readonly roundId: RoundId
  readonly decision: Decision
  /** Its place among those shown, from 1, and how many these are. */
  readonly place: { readonly number: number; readonly of: number } | null
}

/** Words that begin below this share of the pane are brought up to that one. */
const LOWEST = 0.7
const HIGHEST = 0.4

/** An item begins at its top, or lower where its words would be out of view. */
function bringWordsIntoView(pane: HTMLDivElement | null): void {
  // Where all is one column, it is the column that is scrolled.
  if (pane !== null && getComputedStyle(pane).overflowY === 'visible') pane.scrollIntoView({ block: 'start' })
  const words = pane?.querySelector('.review-mark')
  if (pane === null || words === null || words === undefined) return
  const at = words.getBoundingClientRect().top - pane.getBoundingClientRect().top
  if (at > LOWEST * pane.clientHeight) pane.scrollTo(0, at - HIGHEST * pane.clientHeight)
}

/** One disagreement with everything there is to decide it by. */
export function ItemPane({ item, detail, roundId, decision, place }: ItemPaneProps) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const coders = { coded: item.readings.filter(({ codes }) => codes.length > 0).length, coders: item.readings.length }
  return (
    <div key={`${item.id} ${detail === null ? '' : 'read'}`} ref={bringWordsIntoView} className="review-item">
      <header className="review-item-head">
        <h2 id="review-item-heading">
          <KindTag kind={item.kind} /> {t(isOfSome(item) ? 'asks.ofSome' : `asks.${item.kind}`, coders)}
        </h2>
        {place !== null && (
          <span className="small muted figures">
            {t('queue.nth', { number: format.number(place.number), of: format.number(place.of) })}
          </span>
        )}
      </header>
      {detail === null ? (
        <p className="reading review-item-words">{item.words}</p>
      ) : (
        <>
          <Subject detail={detail} decision={decision} />
          <PassageView detail={detail} draft={decision.draft?.kind === 'codings' ? spansOf(decision.draft) : []} />
          <Definitions detail={detail} />
          <DecisionHistory detail={detail} />
          <Notes key={item.id} detail={detail} roundId={roundId} />
        </>
      )}
    </div>
  )
}

/** Whether nobody differs on what only those filled in who included the segment. */
function isOfSome(item: ReviewItem): boolean {
  const family = familyOf(item)
  return (
    item.kind === 'identical' &&
    (family === 'instance' || family === 'text') &&
    item.readings.some(({ decision }) => decision !== 'included')
  )
}

interface SubjectProps {
  readonly detail: ReviewItemDetail
  readonly decision: Decision
}

/** The readings, as what they are about asks for. */
function Subject({ detail, decision: { draft, change } }: SubjectProps) {
  switch (familyOf(detail.item)) {
    case 'coding':
      return <CodingReadings detail={detail} />
    case 'screening':
      return (
        <Screenings detail={detail} criteria={draft?.kind === 'criteria' ? draft.criteria : null} onChange={change} />
      )
    case 'instance':
      return <Instances detail={detail} />
    case 'text':
      return (
        <Drafts
          detail={detail}
          text={draft?.kind === 'text' ? draft : null}
          taken={draft?.kind === 'take' ? (draft.coders[0] ?? null) : null}
          onChange={change}
        />
      )
  }
}
