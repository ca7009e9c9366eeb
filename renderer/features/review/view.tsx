import './review.css'
import './queue/queue.css'
import './item/item.css'
import './decision/decision.css'
import './start-pane.css'
import './little-room.css'
import { EyeOff, Gavel } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRound } from '../../../app/contract/review.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenRoundDialog } from '../../components/open-round-dialog.tsx'
import { Page } from '../../components/page.tsx'
import { Select } from '../../components/select.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useCoder, useRound, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { OverruledPane } from './overruled/overruled-pane.tsx'
import { ReviewWorkspace } from './review-workspace.tsx'
import { ReportButton } from './report/report-button.tsx'
import { StartPane } from './start-pane.tsx'

/** The Review screen: `#/review`, `#/review/ROUND`, `#/review/ROUND/ITEM`, `#/review/ROUND/overruled`. */
export default function ReviewView() {
  const { t } = useTranslation('review')
  const { args } = useRoute()
  const coderId = useSession((session) => session.coderId)
  const { value: rounds } = useRead('review.rounds', coderId === null ? {} : { coderId }, { again: 'settled' })
  if (rounds === null) return <Page title={t('title')}>{null}</Page>
  const chosen = rounds.find(({ roundId }) => roundId === args[0]) ?? usualRound(rounds)
  if (chosen === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={<Gavel aria-hidden />}
          title={t('empty.title')}
          actions={
            <Button variant="primary" onPress={() => navigate('transcripts')}>
              {t('empty.toTranscripts')}
            </Button>
          }
        >
          {t('empty.advice')}
        </EmptyState>
      </Page>
    )
  }
  return <ChosenRound key={chosen.roundId} rounds={rounds} round={chosen} />
}

/** The newest round that is being reviewed and has something open; else the newest that can be reviewed. */
function usualRound(rounds: readonly ReviewedRound[]): ReviewedRound | undefined {
  const newest = [...rounds].reverse()
  return (
    newest.find(({ review, tally }) => review !== null && tally !== null && tally.open > 0) ??
    newest.find(({ state }) => state === 'open') ??
    newest[0]
  )
}

interface ChosenRoundProps {
  readonly rounds: readonly ReviewedRound[]
  readonly round: ReviewedRound
}

function ChosenRound({ rounds, round }: ChosenRoundProps) {
  const { t } = useTranslation('review')
  const { args } = useRoute()
  const coder = useCoder()
  const isReviewed = round.review !== null
  const isOverruled = isReviewed && args[1] === 'overruled'
  const choice = (
    <Select
      className="review-round"
      label={t('round')}
      hideLabel
      value={round.roundId}
      options={rounds.map(({ roundId, name, state }) => ({
        id: roundId,
        label: name,
        ...(state === 'blind' && { description: t('blind.tag') }),
      }))}
      onChange={(roundId) => navigate('review', roundId)}
    />
  )
  const actions = (
    <>
      {isReviewed && coder?.kind === 'coder' && (
        <Button
          isPressed={isOverruled}
          onPress={() => navigate('review', round.roundId, ...(isOverruled ? [] : ['overruled']))}
        >
          {t('overruled.button')}
        </Button>
      )}
      {isReviewed && <ReportButton round={round} />}
      {choice}
    </>
  )
  if (round.state === 'blind') {
    return (
      <Page title={t('title')} actions={choice}>
        <Blind round={round} />
      </Page>
    )
  }
  if (!isReviewed) {
    return (
      <Page title={t('title')} actions={choice}>
        <StartPane round={round} />
      </Page>
    )
  }
  if (isOverruled) {
    return (
      <Page title={t('title')} actions={actions}>
        <OverruledPane round={round} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} actions={actions} isFilled>
      <ReviewWorkspace round={round} />
    </Page>
  )
}

/** A blind round is not reviewed: who reviews it sees what everyone did. */
function Blind({ round: { roundId, name } }: { readonly round: ReviewedRound }) {
  const { t } = useTranslation('review')
  const coder = useCoder()
  const rounds = useSession((session) => session.rounds)
  const working = useRound()
  const [isOpening, setOpening] = useState(false)
  const round = rounds.find(({ id }) => id === roundId)
  const isModerator = coder?.kind === 'moderator'
  return (
    <>
      <EmptyState
        icon={<EyeOff aria-hidden />}
        title={t('blind.title', { name })}
        actions={
          isModerator ? (
            <Button variant="primary" onPress={() => setOpening(true)}>
              {t('blind.open')}
            </Button>
          ) : (
            working !== null && (
              <Button variant="primary" onPress={() => navigate('coding')}>
                {t('blind.toCoding')}
              </Button>
            )
          )
        }
      >
        {isModerator ? t('blind.adviceModerator') : t('blind.advice')}
      </EmptyState>
      {isOpening && round !== undefined && <OpenRoundDialog round={round} onClose={() => setOpening(false)} />}
    </>
  )
}
