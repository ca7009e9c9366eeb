import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../domain/coding.ts'
import type { AxialError } from '../../domain/errors.ts'
import { failureSentence } from '../i18n/failure-sentence.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { announce, ask, useCoder } from '../session.ts'
import { FormDialog } from './form-dialog.tsx'
import { TextField } from './text-field.tsx'

interface OpenRoundDialogProps {
  readonly round: Round
  readonly onClose: () => void
}

/** Asks before a blind round is opened: the one action beside creating a study that nobody can take back. */
export function OpenRoundDialog({ round, onClose }: OpenRoundDialogProps) {
  const { t } = useTranslation()
  const coder = useCoder()
  const language = useLanguage()
  // That packets wait is found out by asking: then it takes a reason.
  const [waiting, setWaiting] = useState<AxialError | null>(null)
  const [without, setWithout] = useState('')
  const open = async () => {
    if (coder === null) return
    const onError = (error: AxialError) => {
      const waits = error.reason === 'packets-unmerged'
      if (waits) setWaiting(error)
      else onClose()
      return waits
    }
    const opened = await ask('rounds.open', { roundId: round.id, coderId: coder.id, without }, { onError })
    if (opened === null) return
    onClose()
    announce(t('openRound.opened', { name: opened.name }))
  }
  return (
    <FormDialog
      title={t('openRound.title', { name: round.name })}
      submit={t('openRound.open')}
      isReady={coder !== null && (waiting === null || without.trim() !== '')}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <p>{t('openRound.advice')}</p>
      {waiting !== null && (
        <>
          <p className="callout callout-warning" role="alert">
            {failureSentence(waiting, language)}
          </p>
          <TextField
            label={t('openRound.without')}
            hint={t('openRound.withoutHint')}
            value={without}
            onChange={setWithout}
            takesFocus
          />
        </>
      )}
    </FormDialog>
  )
}
