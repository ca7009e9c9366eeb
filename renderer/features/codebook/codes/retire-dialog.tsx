import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { announce, ask } from '../../../session.ts'
import { asCoder } from './code-actions.ts'
import { ImpactList } from './impact-list.tsx'
import type { ChangeDialogProps } from './merge-dialog.tsx'

export interface RetireDialogProps extends ChangeDialogProps {
  /** Why the code was not removed, where one came here from there. */
  readonly refusal: string | null
  readonly onMerge: () => void
}

/** Retires a code: says first what stays. Also where one wanted to remove a code that is in use. */
export function RetireDialog({ code, refusal, onClose, onMerge }: RetireDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const retire = async () => {
    if ((await ask('codes.retire', { id: code.id, ...asCoder() })) === null) return
    onClose()
    announce(t('codes.wasRetired', { name: code.name }), { canUndo: true })
  }
  return (
    <Dialog
      title={t(refusal === null ? 'codes.retireTitle' : 'codes.removeTitle', { name: code.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          {refusal !== null && <Button onPress={onMerge}>{t('codes.mergeAction')}</Button>}
          <Button variant="primary" onPress={() => void retire()}>
            {t('codes.retire')}
          </Button>
        </>
      }
    >
      {refusal !== null && <p>{refusal}</p>}
      <p className={refusal === null ? '' : 'muted'}>{t('codes.retireAdvice')}</p>
      <ImpactList
        question={{ kind: 'retire', ids: [code.id], ...asCoder() }}
        hiddenNote={t('codes.impact.hiddenStays')}
      />
    </Dialog>
  )
}
