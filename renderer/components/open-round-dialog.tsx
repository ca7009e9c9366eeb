import { useTranslation } from 'react-i18next'
import type { Round } from '../../domain/coding.ts'
import { announce, ask, useCoder } from '../session.ts'
import { FormDialog } from './form-dialog.tsx'

export interface OpenRoundDialogProps {
  readonly round: Round
  readonly onClose: () => void
}

/** Asks before a blind round is opened: the one action beside creating a study that nobody can take back. */
export function OpenRoundDialog({ round, onClose }: OpenRoundDialogProps) {
  const { t } = useTranslation()
  const coder = useCoder()
  const open = async () => {
    if (coder === null) return
    const opened = await ask('rounds.open', { roundId: round.id, coderId: coder.id })
    onClose()
    if (opened !== null) announce(t('openRound.opened', { name: opened.name }))
  }
  return (
    <FormDialog
      title={t('openRound.title', { name: round.name })}
      submit={t('openRound.open')}
      isReady={coder !== null}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <p>{t('openRound.advice')}</p>
    </FormDialog>
  )
}
