import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../../app/contract.ts'
import type { ImportChoice } from '../../../../domain/codebook/codebook-import.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Failure } from '../../../components/failure.tsx'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { announce, useSession } from '../../../session.ts'
import { useAsking } from '../../../use-asking.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportSource } from './import-source.tsx'
import { countTaken } from './import-choices.ts'

type Source = Input<'codebook.import'>['source']
type Preview = Output<'codebook.preview'>

/** Brings in codes from a table or another study: chooses it, shows what would happen, and does it in one action. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('versions')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const [source, setSource] = useState<Source | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<string, ImportChoice>>(new Map())
  const { askHere, isWorking, failure } = useAsking()
  const look = async (from: Source) => {
    const read = await askHere('codebook.preview', { source: from })
    if (read === null) return
    setSource(from)
    setChoices(new Map())
    setPreview(read)
  }
  const take = async () => {
    if (source === null) return
    const input = { source, choices: Object.fromEntries(choices), ...(coderId !== null && { coderId }) }
    const done = await askHere('codebook.import', input)
    if (done === null) return
    announce(t('importing.done', { added: done.added, changed: done.changed }), { canUndo: true })
    onClose()
  }
  const taken = preview === null ? 0 : countTaken(preview.codes, choices)
  return (
    <Dialog
      title={t('importing.title')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          {preview !== null && <Button onPress={() => setPreview(null)}>{t('importing.back')}</Button>}
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          {preview !== null && (
            <Button variant="primary" isDisabled={isWorking || taken === 0} onPress={() => void take()}>
              {taken === 0 ? t('importing.submitNone') : t('importing.submit', { count: taken })}
            </Button>
          )}
        </>
      }
    >
      {preview === null ? (
        <ImportSource isWorking={isWorking} onChoose={(from) => void look(from)} />
      ) : (
        <ImportPreview preview={preview} choices={choices} onChoose={setChoices} />
      )}
      <WorkProgress name={preview === null ? 'codebook.preview' : 'codebook.import'} />
      <Failure error={failure} />
    </Dialog>
  )
}
