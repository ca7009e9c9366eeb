import { CircleCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRound, ReviewItem } from '../../../app/contract/review.ts'
import { spanOf, type Span } from '../../../domain/span.ts'
import { Button } from '../../components/button.tsx'
import { CodePicker } from '../../components/code-picker.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { movedBoundary, type BoundaryMove } from '../../components/moved-boundary.ts'
import { createReader } from '../../components/reader.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { readAhead } from '../../read-ahead.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { OtherCodes } from './decision/other-codes.tsx'
import { DecisionBar } from './decision/decision-bar.tsx'
import { familyOf, otherDraft, withCode, withMovedEdge } from './decision/draft.ts'
import { listReasons } from './decision/reasons.ts'
import { useDecision } from './decision/use-decision.ts'
import { focusQueue } from './focus.ts'
import { ItemPane } from './item/item-pane.tsx'
import { useWrittenKeys } from './keys/keymap.ts'
import { ReviewShortcuts } from './keys/review-shortcuts.tsx'
import { useReviewKeys } from './keys/use-review-keys.ts'
import { nearTranscript } from './passage/context.ts'
import { QueuePane } from './queue/queue-pane.tsx'
import { nextOpen } from './queue/queue-view.ts'
import { ReportButton } from './report/report-button.tsx'
import { enterReview, openOver, say, useReviewScreen } from './store.ts'
import { useReview, type Review } from './use-review.ts'

/** The queue, the item in hand, and what can be decided of it. */
export function ReviewWorkspace({ round }: { readonly round: ReviewedRound }) {
  const review = useReview(round.roundId)
  useEffect(() => {
    enterReview()
    return () => say('')
  }, [])
  if (review === null) return null
  return <Workspace round={round} review={review} />
}

interface WorkspaceProps {
  readonly round: ReviewedRound
  readonly review: Review
}

function Workspace({ round, review }: WorkspaceProps) {
  const { t } = useTranslation('review')
  const { args } = useRoute()
  const coderId = useSession((session) => session.coderId)
  const open = useReviewScreen((screen) => screen.open)
  const noteKeys = useWrittenKeys('note')
  const { shown, items, roundId } = review
  const asked = args[1]
  const chosen = items.find(({ id }) => id === asked) ?? nextOpen(shown, null) ?? shown[0] ?? null
  const at = shown.findIndex(({ id }) => id === chosen?.id)
  const go = (item: ReviewItem) => {
    if (item.id !== asked) navigate('review', roundId, item.id)
  }
  const question = { roundId, ...(coderId !== null && { coderId }) }
  const { value: read } = useRead('review.item', chosen === null ? null : { ...question, itemId: chosen.id }, {
    again: 'settled',
    mayVanish: true,
  })
  const detail = read?.item.id === chosen?.id ? read : null
  const { value: used } = useRead('review.reasons', coderId === null ? {} : { coderId }, { again: 'settled' })
  const reasons = useMemo(() => listReasons(used ?? []), [used])
  const decision = useDecision(review, chosen, go)

  // What most likely comes next is read while the person reads this one.
  const following = nextOpen(shown, chosen?.id ?? null)?.id
  const readNext = useEffectEvent((itemId: ReviewItem['id']) => readAhead('review.item', { ...question, itemId }))
  useEffect(() => {
    if (detail !== null && following !== undefined) void readNext(following)
  }, [detail, following])

  useBackToUndone(items, go)

  const beginElse = () => {
    if (detail === null || !decision.mayDecide) return say(t('decide.moderatorOnly', { keys: noteKeys }))
    const family = familyOf(detail.item)
    const { draft } = decision
    const isMade = draft !== null && ['codings', 'instances', 'criteria', 'text'].includes(draft.kind)
    const made = isMade ? draft : otherDraft(detail)
    if (!isMade) decision.change(made)
    const chosenCodes = made.kind === 'codings' ? made.placed : made.kind === 'instances' ? made.codes : null
    const isChoosing = chosenCodes !== null && (isMade || chosenCodes.length === 0)
    if (isChoosing && (family === 'coding' || family === 'instance')) openOver('codes')
  }
  const moveEdge = (move: BoundaryMove) => {
    const { draft } = decision
    if (detail === null || familyOf(detail.item) !== 'coding') return
    const made = draft?.kind === 'codings' ? draft : otherDraft(detail)
    if (made.kind !== 'codings') return
    const { near, base } = nearTranscript(detail.turns)
    const reader = createReader(near, null)
    const moved = (span: Span): Span | null => {
      const local = shifted(span, -base)
      const found = local && movedBoundary(reader, local, move)
      return found && shifted(found, base)
    }
    decision.change(withMovedEdge(made, moved))
  }
  const chooseWords = () => {
    const { draft } = decision
    if (draft?.kind !== 'codings') return
    const next = draft.of === null ? 0 : draft.of + 1
    decision.change({ ...draft, of: next < draft.placed.length ? next : null })
  }
  useReviewKeys({
    review,
    chosen,
    decision,
    reasons,
    onGo: go,
    onElse: beginElse,
    onMoveEdge: moveEdge,
    onChooseWords: chooseWords,
  })

  return (
    <div className="review">
      <QueuePane review={review} chosen={chosen} onChoose={go} />
      <div className="review-middle">
        {review.disagreements > 0 && review.decided === review.disagreements && <AllDecided round={round} />}
        {chosen === null ? (
          <EmptyState icon={<CircleCheck aria-hidden />} title={t('done.nothing')}>
            {t('done.nothingAdvice')}
          </EmptyState>
        ) : (
          <>
            <ItemPane
              item={chosen}
              detail={detail}
              roundId={roundId}
              decision={decision}
              place={at === -1 ? null : { number: at + 1, of: shown.length }}
            />
            <div className="review-deck">
              {detail !== null && (
                <OtherCodes detail={detail} codes={review.codes} decision={decision} onMoveEdge={moveEdge} />
              )}
              <DecisionBar
                item={chosen}
                names={namesOf(review, chosen)}
                isReady={detail !== null}
                decision={decision}
                reasons={reasons}
                onElse={beginElse}
              />
            </div>
          </>
        )}
      </div>
      {open === 'shortcuts' && <ReviewShortcuts onClose={() => openOver(null)} />}
      {open === 'codes' && review.codes.codes !== null && (
        <CodePicker
          title={t('other.find')}
          codes={review.codes.codes.filter(({ retired }) => !retired)}
          onPick={(id) => {
            if (decision.draft !== null) decision.change(withCode(decision.draft, id))
          }}
          onClose={() => {
            openOver(null)
            focusQueue()
          }}
        />
      )}
    </div>
  )
}

function namesOf({ queue }: Review, { readings }: ReviewItem): readonly string[] {
  return readings.map(({ coderId }) => queue.coders.find(({ id }) => id === coderId)?.name ?? '')
}

function shifted({ start, end }: Span, by: number): Span | null {
  return spanOf(start + by, end + by)
}

/** A decision that was taken back, or could not be saved, is gone back to. */
function useBackToUndone(items: readonly ReviewItem[], onGo: (item: ReviewItem) => void): void {
  const before = useRef<readonly ReviewItem[]>([])
  const follow = useEffectEvent((now: readonly ReviewItem[]) => {
    const decided = new Set(before.current.filter(({ state }) => state === 'decided').map(({ id }) => id))
    const { justSaved } = useReviewScreen.getState()
    const undone = now.find(
      ({ id, state }) => state === 'open' && decided.has(id) && justSaved.get(id)?.state !== 'open',
    )
    before.current = now
    if (undone === undefined) return
    say('')
    onGo(undone)
  })
  useEffect(() => follow(items), [items])
}

/** Everything is decided: what there is to do with it. */
function AllDecided({ round }: { readonly round: ReviewedRound }) {
  const { t } = useTranslation('review')
  return (
    <section className="review-all-decided" aria-label={t('done.title')}>
      <CircleCheck aria-hidden />
      <p className="grow">
        <strong>{t('done.title')}</strong> {t('done.advice', { round: round.review?.moderatedRound ?? '' })}
      </p>
      <div className="row">
        <ReportButton round={round} variant="primary" />
        <Button onPress={() => navigate('catalog')}>{t('done.toCatalog')}</Button>
      </div>
    </section>
  )
}
