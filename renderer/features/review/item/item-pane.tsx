import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem, ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { CodeId, RoundId } from '../../../../domain/ids.ts'
import { MAX_INSTANCES } from '../../../../domain/catalog.ts'
import type { KnownCodes } from '../../../components/known-codes.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { useFormat } from '../../../i18n/format.ts'
import { CodesEditor } from '../decision/codes-editor.tsx'
import { familyOf, type Draft } from '../decision/draft.ts'
import type { Decision } from '../decision/use-decision.ts'
import { nearTranscript } from '../passage/context.ts'
import { PassageView } from '../passage/passage-view.tsx'
import { openOver } from '../store.ts'
import { Definitions } from './definitions.tsx'
import { Drafts } from './drafts.tsx'
import { DecisionHistory } from './history.tsx'
import { Instances } from './instances.tsx'
import { Notes } from './notes.tsx'
import { CodingReadings } from './readings.tsx'
import { Screenings } from './screenings.tsx'
import { KindTag } from '../queue/kind-tag.tsx'

export interface ItemPaneProps {
  readonly item: ReviewItem
  readonly detail: ReviewItemDetail | null
  readonly roundId: RoundId
  readonly codes: KnownCodes
  readonly decision: Decision
  /** Its place among those shown, from 1, and how many these are. */
  readonly place: { readonly number: number; readonly of: number } | null
  readonly onMoveEdge: (move: BoundaryMove) => void
}

/** One disagreement with everything there is to decide it by. */
export function ItemPane({ item, detail, roundId, codes, decision, place, onMoveEdge }: ItemPaneProps) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const scroller = useRef<HTMLDivElement>(null)
  // Another item begins at its top.
  useEffect(() => {
    scroller.current?.scrollTo(0, 0)
  }, [item.id])
  return (
    <div ref={scroller} className="review-item">
      <header className="review-item-head">
        <h2 id="review-item-heading">
          <KindTag kind={item.kind} /> {t(`asks.${item.kind}`)}
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
          <PassageView detail={detail} draft={decision.draft?.kind === 'codings' ? decision.draft.span : null} />
          <Subject detail={detail} codes={codes} decision={decision} onMoveEdge={onMoveEdge} />
          <Definitions detail={detail} />
          <DecisionHistory detail={detail} />
          <Notes key={item.id} detail={detail} roundId={roundId} />
        </>
      )}
    </div>
  )
}

interface SubjectProps {
  readonly detail: ReviewItemDetail
  readonly codes: KnownCodes
  readonly decision: Decision
  readonly onMoveEdge: (move: BoundaryMove) => void
}

/** The readings, as what they are about asks for, and what is being put in their place. */
function Subject({ detail, codes, decision, onMoveEdge }: SubjectProps) {
  const { draft, change } = decision
  const removeFrom = (made: Extract<Draft, { readonly codes: readonly CodeId[] }>) => (id: CodeId) =>
    change({ ...made, codes: made.codes.filter((one) => one !== id) })
  switch (familyOf(detail.item)) {
    case 'coding':
      return (
        <>
          <CodingReadings detail={detail} />
          {draft?.kind === 'codings' && (
            <CodesEditor
              codes={codes}
              chosen={draft.codes}
              most={null}
              words={{ text: wordsOf(detail, draft.span), onMove: onMoveEdge }}
              onAdd={() => openOver('codes')}
              onRemove={removeFrom(draft)}
            />
          )}
        </>
      )
    case 'screening':
      return (
        <Screenings
          detail={detail}
          criteria={draft?.kind === 'criteria' ? draft.criteria : null}
          onChange={decision.change}
        />
      )
    case 'instance':
      return (
        <>
          <Instances detail={detail} />
          {draft?.kind === 'instances' && (
            <CodesEditor
              codes={codes}
              chosen={draft.codes}
              most={MAX_INSTANCES}
              words={null}
              onAdd={() => openOver('codes')}
              onRemove={removeFrom(draft)}
            />
          )}
        </>
      )
    case 'text':
      return <Drafts detail={detail} text={draft?.kind === 'text' ? draft : null} onChange={decision.change} />
  }
}

function wordsOf(
  { turns }: ReviewItemDetail,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const { near, base } = nearTranscript(turns)
  return near.text.slice(start - base, end - base)
}
