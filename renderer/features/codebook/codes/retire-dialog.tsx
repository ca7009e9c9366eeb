import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { announce, ask } from '../../../session.ts'
import { ImpactList } from '../../../components/impact-list.tsx'
import { asCoder, goBackToTree } from './code-actions.ts'
import type { ChangeDialogProps } from './merge-dialog.tsx'
import { useNaming } from './naming.ts'

interface RetireDialogProps extends ChangeDialogProps {
  /** Whether one came here because the code could not be removed. */
  readonly isRefused: boolean
  readonly onMerge: () => void
}

/** Retires codes: says first what stays. Also where one wanted to remove a code that is in use. */
export function RetireDialog({ chosen, isRefused, onClose, onMerge }: RetireDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const what = useNaming()(chosen)
  const ids = chosen.map(({ id }) => id)
  const retire = async () => {
    if ((await ask('codes.retire', { ids, ...asCoder() })) === null) return
    onClose()
    goBackToTree()
    announce(t('codes.wasRetired', { what }), { canUndo: true })
  }
  return (
    <Dialog
      title={t(isRefused ? 'codes.removeTitle' : 'codes.retireTitle', { what })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          {isRefused && <Button onPress={onMerge}>{t('codes.mergeAction')}</Button>}
          <Button variant="primary" onPress={() => void retire()}>
            {t('codes.retire')}
          </Button>
        </>
      }
    >
      {isRefused && <p>{t('codes.removeAdvice')}</p>}
      <p className={isRefused ? 'muted' : ''}>{t('codes.retireAdvice')}</p>
      <ImpactList question={{ kind: 'retire', ids, ...asCoder() }} hiddenNote={t('codes.impact.hiddenStays')} />
    </Dialog>
  )
}
