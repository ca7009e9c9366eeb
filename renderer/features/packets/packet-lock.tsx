import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'

/** A passphrase as it is being chosen. */
export interface ChosenLock {
  readonly isWanted: boolean
  readonly passphrase: string
  readonly again: string
}

export const NO_LOCK: ChosenLock = { isWanted: false, passphrase: '', again: '' }

/** Whether it can be used as it stands. */
export function isLockReady({ isWanted, passphrase, again }: ChosenLock): boolean {
  return !isWanted || (passphrase !== '' && passphrase === again)
}

interface PacketLockProps {
  readonly lock: ChosenLock
  readonly onLock: (lock: ChosenLock) => void
}

/** Whether a packet is to have a passphrase, and which. */
export function PacketLock({ lock, onLock }: PacketLockProps) {
  const { t } = useTranslation('packets')
  const { isWanted, passphrase, again } = lock
  const differs = again !== '' && again !== passphrase
  return (
    <div className="stack">
      <Checkbox isSelected={isWanted} onChange={(isWanted) => onLock({ ...lock, isWanted })}>
        {t('lock.use')}
      </Checkbox>
      {isWanted && (
        <div className="grid-fields">
          <TextField
            label={t('lock.passphrase')}
            type="password"
            value={passphrase}
            onChange={(passphrase) => onLock({ ...lock, passphrase })}
          />
          <TextField
            label={t('lock.again')}
            type="password"
            value={again}
            onChange={(again) => onLock({ ...lock, again })}
            error={differs ? t('lock.differ') : undefined}
          />
        </div>
      )}
      <p className="small muted">{isWanted ? t('lock.advice') : t('lock.without')}</p>
    </div>
  )
}
