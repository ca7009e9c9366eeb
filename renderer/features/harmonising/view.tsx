import './harmonising.css'
import { Equal, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round as RoundOfStudy } from '../../../domain/coding.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenRoundDialog } from '../../components/open-round-dialog.tsx'
import { Page } from '../../components/page.tsx'
import { Select } from '../../components/select.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useCoder, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { PairWorkspace } from './pair-workspace.tsx'
import { pairsOf } from './pairs.ts'
import { Unfinished } from './unfinished.tsx'

/** Names of one thing, brought together: `#/harmonising/ROUND/CODE/CODE`. */
export default function HarmonisingView() {
  const { t } = useTranslation('harmonising')
  const { args } = useRoute()
  const rounds = useSession((session) => session.rounds)
  const [attempt, setAttempt] = useState(1)
  const opened = rounds.filter(({ kind, state }) => kind === 'independent' && state === 'open')
  const blind = rounds.find(({ id, kind, state }) => id === args[0] && kind === 'independent' && state === 'blind')
  if (blind !== undefined) return <StillBlind round={blind} />
  const round = opened.find(({ id }) => id === args[0]) ?? opened.at(-1)
  if (round === undefined) {
    return (
      <Page title={t('title')} description={t('description')}>
        <EmptyState
          icon={<EyeOff aria-hidden />}
          title={t('empty.title')}
          actions={
            <Button variant="primary" onPress={() => navigate('study')}>
              {t('empty.toStudy')}
            </Button>
          }
        >
          {t('empty.noRound')}
        </EmptyState>
      </Page>
    )
  }
  const actions = (
    <>
      {opened.length > 1 && (
        <Select
          label={t('round')}
          hideLabel
          value={String(round.id)}
          onChange={(id) => navigate('harmonising', id)}
          options={opened.map(({ id, name }) => ({ id: String(id), label: name }))}
        />
      )}
      <Button variant="quiet" onPress={() => navigate('agreement')}>
        {t('toAgreement')}
      </Button>
    </>
  )
  return (
    <Page title={t('title')} description={t('description')} actions={actions} isFilled>
      <Round key={`${round.id} ${String(attempt)}`} roundId={round.id} onAgain={() => setAttempt(attempt + 1)} />
    </Page>
  )
}

/** Where someone came for a round that is still blind: nothing of it is compared before it is open. */
function StillBlind({ round }: { readonly round: RoundOfStudy }) {
  const { t } = useTranslation('harmonising')
  const isModerator = useCoder()?.kind === 'moderator'
  const [isOpening, setOpening] = useState(false)
  return (
    <Page title={t('title')} description={t('description')}>
      <EmptyState
        icon={<EyeOff aria-hidden />}
        title={t('empty.blind', { round: round.name })}
        actions={
          isModerator ? (
            <Button variant="primary" onPress={() => setOpening(true)}>
              {t('empty.openRound')}
            </Button>
          ) : (
            <Button variant="primary" onPress={() => navigate('study')}>
              {t('empty.toStudy')}
            </Button>
          )
        }
      >
        {isModerator ? t('empty.blindAdvice') : `${t('empty.blindAdvice')} ${t('empty.onlyModerator')}`}
      </EmptyState>
      {isOpening && <OpenRoundDialog round={round} onClose={() => setOpening(false)} />}
    </Page>
  )
}

function Round({ roundId, onAgain }: { readonly roundId: RoundId; readonly onAgain: () => void }) {
  const { t } = useTranslation('harmonising')
  const coderId = useSession((session) => session.coderId)
  const { value, state } = useRead('harmonising.read', { roundId, ...(coderId !== null && { coderId }) })
  if (state === 'failed') return <Unfinished onAgain={onAgain} />
  if (value === null) return null
  const { open, decided } = pairsOf(value)
  if (open.length + decided.length > 0) return <PairWorkspace roundId={roundId} open={open} decided={decided} />
  const isAlone = new Set(value.readers.map(({ coder }) => coder)).size < 2
  return (
    <EmptyState
      icon={<Equal aria-hidden />}
      title={isAlone ? t('empty.title') : t('empty.none')}
      actions={
        <Button variant="primary" onPress={() => navigate(isAlone ? 'coding' : 'codebook')}>
          {isAlone ? t('empty.toCoding') : t('empty.toCodebook')}
        </Button>
      }
    >
      {isAlone ? t('empty.oneReader') : t('empty.noneAdvice')}
    </EmptyState>
  )
}
