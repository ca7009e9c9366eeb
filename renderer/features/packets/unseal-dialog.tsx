import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketRound } from '../../../app/contract/packets.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ask, useSession } from '../../session.ts'

interface UnsealDialogProps {
  readonly packets: PacketRound
  readonly onClose: () => void
  readonly onUnsealed: () => void
}

/** Asks before sealed packets are opened: nobody can take that back. Before all are in, it asks why. */
export function UnsealDialog({ packets: { round, stillOut }, onClose, onUnsealed }: UnsealDialogProps) {
  const { t } = useTranslation('packets')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const [reason, setReason] = useState('')
  const isEarly = stillOut.length > 0
  const open = async () => {
    if (coderId === null) return
    if ((await ask('packets.unseal', { roundId: round.id, reason, coderId })) !== null) onUnsealed()
  }
  return (
    <FormDialog
      title={t('unseal.title', { round: round.name })}
      submit={t('unseal.submit')}
      isReady={coderId !== null && (!isEarly || reason.trim() !== '')}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      {isEarly ? (
        <>
          <p className="callout callout-warning">{t('unseal.early', { names: format.list(stillOut) })}</p>
          <TextField
            label={t('unseal.reason')}
            hint={t('unseal.reasonHint')}
            value={reason}
            onChange={setReason}
            takesFocus
          />
        </>
      ) : (
        <p>{t('unseal.allIn')}</p>
      )}
    </FormDialog>
  )
}
