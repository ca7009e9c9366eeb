import { EyeOff, Scale } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../app/contract.ts'
import type { Agreement } from '../../../app/contract/agreement.ts'
import type { Round } from '../../../domain/coding.ts'
import type { AxialError } from '../../../domain/errors.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenRoundDialog } from '../../components/open-round-dialog.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { navigate } from '../../navigation.ts'
import { useCoder, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

interface AnswerProps {
  readonly input: Input<'agreement.compute'>
  readonly children: (agreement: Agreement) => ReactNode
}

/** What was computed; the last answer stands, dimmed, while a new one is computed. */
export function Answer(props: AnswerProps) {
  const [attempt, setAttempt] = useState(1)
  return <Attempt key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function Attempt({ input, children, onAgain }: AnswerProps & { readonly onAgain: () => void }) {
  const { t } = useTranslation('agreement')
  const reading = useRead('agreement.compute', input, { ownErrors: true })
  const [last, setLast] = useState<Agreement | null>(null)
  if (reading.state === 'ready' && reading.value !== last) setLast(reading.value)
  if (reading.state === 'failed') return <Refusal error={reading.error} onAgain={onAgain} />
  const shown = reading.value ?? last
  const isBusy = reading.state === 'loading'
  return (
    <div aria-busy={isBusy} className={isBusy ? 'agreement-busy' : undefined}>
      <output className={isBusy ? 'muted agreement-computing' : 'visually-hidden'}>
        {isBusy ? t('computing') : ''}
      </output>
      {shown !== null && children(shown)}
    </div>
  )
}

interface NothingComparedProps {
  readonly isNarrowed: boolean
  readonly onEverything?: () => void
}

export function NothingCompared({ isNarrowed, onEverything }: NothingComparedProps) {
  const { t } = useTranslation('agreement')
  return (
    <EmptyState
      icon={<Scale aria-hidden />}
      title={t('empty.title')}
      actions={
        isNarrowed && onEverything !== undefined ? (
          <Button variant="primary" onPress={onEverything}>
            {t('empty.everything')}
          </Button>
        ) : (
          <>
            <Button onPress={() => navigate('transcripts')}>{t('empty.toTranscripts')}</Button>
            <Button variant="primary" onPress={() => navigate('coding')}>
              {t('empty.toCoding')}
            </Button>
          </>
        )
      }
    >
      {isNarrowed ? t('empty.noneChosen') : t('empty.noPairs')}
    </EmptyState>
  )
}

/** Why there are no figures: a blind round, work that was cancelled, or a failure. */
function Refusal({ error, onAgain }: { readonly error: AxialError; readonly onAgain: () => void }) {
  const { t } = useTranslation('agreement')
  const language = useLanguage()
  const coder = useCoder()
  const rounds = useSession((session) => session.rounds)
  const [opening, setOpening] = useState<Round | null>(null)
  if (error.reason === 'round-blind') {
    const blind = rounds.filter(({ state, kind }) => state === 'blind' && kind === 'independent')
    const isModerator = coder?.kind === 'moderator'
    return (
      <EmptyState
        icon={<EyeOff aria-hidden />}
        title={t('blind.title')}
        actions={
          isModerator && (
            <>
              {blind.map((round) => (
                <Button key={round.id} variant="primary" onPress={() => setOpening(round)}>
                  {t('blind.open', { name: round.name })}
                </Button>
              ))}
              {opening !== null && <OpenRoundDialog round={opening} onClose={() => setOpening(null)} />}
            </>
          )
        }
      >
        {isModerator ? t('blind.adviceModerator') : t('blind.advice')}
      </EmptyState>
    )
  }
  return (
    <div className="callout">
      <p>{error.reason === 'cancelled' ? t('cancelled') : failureSentence(error, language)}</p>
      <Button onPress={onAgain}>{t('again')}</Button>
    </div>
  )
}
