import { Gavel } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRound } from '../../../app/contract/review.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { navigate } from '../../navigation.ts'
import { ask, codeAs, useCoder, useSession, workInRound } from '../../session.ts'
import { say } from './store.ts'

/** What awaits in an open round that nobody has begun to review, and the way to begin. */
export function StartPane({ round }: { readonly round: ReviewedRound }) {
  const { t } = useTranslation('review')
  const coder = useCoder()
  const moderator = useSession(({ coders }) => coders.find(({ kind }) => kind === 'moderator') ?? null)
  const [isAsking, setAsking] = useState(false)
  const { disagreements, identical } = round.tally ?? { disagreements: 0, identical: 0 }
  const isModerator = coder?.kind === 'moderator'
  if (disagreements + identical === 0) {
    return (
      <EmptyState
        icon={<Gavel aria-hidden />}
        title={t('start.nothing', { name: round.name })}
        actions={
          <Button variant="primary" onPress={() => navigate('transcripts')}>
            {t('empty.toTranscripts')}
          </Button>
        }
      >
        {t('start.nothingAdvice')}
      </EmptyState>
    )
  }
  return (
    <>
      <EmptyState
        icon={<Gavel aria-hidden />}
        title={t('start.title', { name: round.name })}
        actions={
          isModerator ? (
            <Button variant="primary" onPress={() => setAsking(true)}>
              {t('start.button')}
            </Button>
          ) : moderator === null ? (
            <Button variant="primary" onPress={() => navigate('study', 'coders')}>
              {t('start.addModerator')}
            </Button>
          ) : (
            <Button variant="primary" onPress={() => void codeAs(moderator.id)}>
              {t('start.workAs', { name: moderator.name })}
            </Button>
          )
        }
      >
        {t('start.awaits', {
          disagreements: t('counts.disagreements', { count: disagreements }),
          identical: t('counts.identical', { count: identical }),
        })}{' '}
        {!isModerator && t('start.moderatorOnly')}
      </EmptyState>
      {isAsking && coder !== null && <StartDialog round={round} onClose={() => setAsking(false)} />}
    </>
  )
}

const NEW_ROUND = 'new'

/** Asks before the review starts, and says what it freezes and what it settles by itself. */
function StartDialog({ round, onClose }: { readonly round: ReviewedRound; readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  const coder = useCoder()
  const moderated = useSession(({ rounds }) => rounds).filter(({ kind }) => kind === 'moderated')
  const [into, setInto] = useState<string>(NEW_ROUND)
  const [isStarting, setStarting] = useState(false)
  const target = moderated.find(({ id }) => id === into)
  const start = async () => {
    if (coder === null) return
    setStarting(true)
    const started = await ask('review.start', {
      roundId: round.roundId,
      moderatorId: coder.id,
      ...(target !== undefined && { into: target.id }),
    })
    setStarting(false)
    if (started === null) return
    onClose()
    const { review } = started.round
    if (review !== null) workInRound(review.moderatedRoundId)
    say(t('start.started', { count: started.settled, round: review?.moderatedRound ?? '' }))
  }
  return (
    <FormDialog
      title={t('start.ask', { name: round.name })}
      submit={t('start.button')}
      isReady={coder !== null && !isStarting}
      onSubmit={() => void start()}
      onClose={onClose}
    >
      <ul className="review-start-list">
        <li>{t('start.freezes')}</li>
        {round.mappedCodes > 0 && <li>{t('start.names', { count: round.mappedCodes })}</li>}
        <li>{t('start.settles', { count: round.tally?.identical ?? 0 })}</li>
        <li>{t('start.leaves', { count: round.tally?.disagreements ?? 0 })}</li>
        <li>{t('start.undoable')}</li>
      </ul>
      {moderated.length > 0 && (
        <Select
          label={t('start.into')}
          value={into}
          options={[
            { id: NEW_ROUND, label: t('start.newRound') },
            ...moderated.map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          onChange={setInto}
        />
      )}
      <WorkProgress name="review.start" />
    </FormDialog>
  )
}
