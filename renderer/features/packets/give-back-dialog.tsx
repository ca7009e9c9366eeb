import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { Coder, Round } from '../../../domain/coding.ts'
import type { MemoId } from '../../../domain/memo.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { download } from '../../components/download.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { WorkProgress } from '../../components/work-progress.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ask } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { isLockReady, NO_LOCK, PacketLock } from './packet-lock.tsx'

interface GiveBackDialogProps {
  readonly round: Round
  readonly coder: Coder
  readonly onClose: () => void
}

/** Chooses which memos go along, makes the packet that the coder returns, and gives it to be saved. */
export function GiveBackDialog({ round, coder, onClose }: GiveBackDialogProps) {
  const { t } = useTranslation('packets')
  const { value } = useRead('memos.list', { coderId: coder.id })
  const [left, setLeft] = useState<readonly MemoId[]>([])
  const [lock, setLock] = useState(NO_LOCK)
  const [made, setMade] = useState<Output<'packets.giveBack'> | null>(null)
  const memos = (value ?? []).filter((memo) => memo.coderId === coder.id && memo.round === round.name)
  const title = t('giveBack.title', { round: round.name })
  const make = async () => {
    const taken = memos.filter(({ id }) => !left.includes(id)).map(({ id }) => id)
    const packet = await ask('packets.giveBack', {
      roundId: round.id,
      coderId: coder.id,
      memos: taken,
      ...(lock.isWanted && { passphrase: lock.passphrase }),
    })
    if (packet !== null) setMade(packet)
  }
  if (made !== null) return <MadePacket made={made} title={title} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      submit={t('giveBack.submit')}
      isReady={value !== null && isLockReady(lock)}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p>{t('giveBack.explain', { name: coder.name })}</p>
      <fieldset className="packets-choice">
        <legend className="field-label">{t('giveBack.memos')}</legend>
        {memos.length === 0 && <p className="muted">{t('giveBack.noMemos')}</p>}
        {memos.map(({ id, title, body, about }) => (
          <Checkbox
            key={id}
            isSelected={!left.includes(id)}
            onChange={(isTaken) => setLeft(isTaken ? left.filter((one) => one !== id) : [...left, id])}
          >
            {title || body.split('\n')[0]?.slice(0, 80) || about.name || t('giveBack.untitled')}
          </Checkbox>
        ))}
      </fieldset>
      <PacketLock lock={lock} onLock={setLock} />
      <WorkProgress name="packets.giveBack" />
    </FormDialog>
  )
}

interface MadePacketProps {
  readonly made: Output<'packets.giveBack'>
  readonly title: string
  readonly onClose: () => void
}

function MadePacket({ made, title, onClose }: MadePacketProps) {
  const { t } = useTranslation('packets')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { file, unknownSegments } = made
  const holds = (['codings', 'screenings', 'quotes', 'memos', 'newCodes'] as const)
    .filter((kind) => made[kind] > 0)
    .map((kind) => t(`giveBack.${kind}`, { count: made[kind] }))
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.close')}</Button>
          <Button variant="primary" icon={<Download aria-hidden />} onPress={() => download(file)}>
            {t('handOut.save')}
          </Button>
        </>
      }
    >
      <p>{t('giveBack.done')}</p>
      <ul className="packets-files">
        <li>
          <div className="grow">
            <p>{file.name}</p>
            <p className="small muted">{holds.length === 0 ? t('giveBack.nothing') : format.list(holds)}</p>
          </div>
        </li>
      </ul>
      {unknownSegments > 0 && (
        <p className="callout callout-warning">{t('giveBack.unknownSegments', { count: unknownSegments })}</p>
      )}
    </Dialog>
  )
}
