import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'

/** A passphrase as it is being chosen. */
export interface ChosenWord {
  readonly passphrase: string
  readonly again: string
}

export interface ChosenLock extends ChosenWord {
  readonly isWanted: boolean
}

export const NO_WORD: ChosenWord = { passphrase: '', again: '' }
export const NO_LOCK: ChosenLock = { isWanted: false, ...NO_WORD }

/** Whether it can be used as it stands. */
export function isWordReady({ passphrase, again }: ChosenWord): boolean {
  return passphrase !== '' && passphrase === again
}

export function isLockReady(lock: ChosenLock): boolean {
  return !lock.isWanted || isWordReady(lock)
}

interface PacketLockProps {
  readonly lock: ChosenLock
  readonly onLock: (lock: ChosenLock) => void
}

/** Whether a packet is to have a passphrase, and which. */
export function PacketLock({ lock, onLock }: PacketLockProps) {
  return (
    <LockChoice isWanted={lock.isWanted} onWanted={(isWanted) => onLock({ ...lock, isWanted })}>
      <PassphraseFields word={lock} onWord={(word) => onLock({ ...lock, ...word })} />
    </LockChoice>
  )
}

interface LockChoiceProps {
  /** How many packets it is asked of. */
  readonly count?: number
  readonly isWanted: boolean
  readonly onWanted: (isWanted: boolean) => void
  /** What is asked for where one is wanted. */
  readonly children: ReactNode
}

export function LockChoice({ count = 1, isWanted, onWanted, children }: LockChoiceProps) {
  const { t } = useTranslation('packets')
  return (
    <div className="stack">
      <Checkbox isSelected={isWanted} onChange={onWanted}>
        {t('lock.use', { count })}
      </Checkbox>
      {isWanted && children}
      <p className="small muted">{isWanted ? t('lock.advice') : t('lock.without')}</p>
    </div>
  )
}

interface PassphraseFieldsProps {
  readonly word: ChosenWord
  readonly onWord: (word: ChosenWord) => void
  /** For whom, where several are chosen side by side. */
  readonly name?: string | undefined
}

/** A passphrase, and the same again, so that none is given that was mistyped. */
export function PassphraseFields({ word, onWord, name }: PassphraseFieldsProps) {
  const { t } = useTranslation('packets')
  const { passphrase, again } = word
  const differs = again !== '' && again !== passphrase
  return (
    <div className="grid-fields">
      <TextField
        label={name === undefined ? t('lock.passphrase') : t('lock.passphraseFor', { name })}
        type="password"
        value={passphrase}
        onChange={(passphrase) => onWord({ passphrase, again })}
      />
      <TextField
        label={name === undefined ? t('lock.again') : t('lock.againFor', { name })}
        type="password"
        value={again}
        onChange={(again) => onWord({ passphrase, again })}
        error={differs ? t('lock.differ') : undefined}
      />
    </div>
  )
}
