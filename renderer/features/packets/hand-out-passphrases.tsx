import { useTranslation } from 'react-i18next'
import type { CoderId } from '../../../domain/ids.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { ownWord, type HandOutLock } from './hand-out-lock.ts'
import { LockChoice, PassphraseFields } from './packet-lock.tsx'

interface HandOutPassphrasesProps {
  readonly lock: HandOutLock
  readonly onLock: (lock: HandOutLock) => void
  readonly holders: readonly { readonly coderId: CoderId; readonly coder: string }[]
}

/** Whether the packets are to have a passphrase: one for all of them, or one for each. */
export function HandOutPassphrases({ lock, onLock, holders }: HandOutPassphrasesProps) {
  const { t } = useTranslation('packets')
  const { isWanted, isApart, own } = lock
  return (
    <LockChoice
      count={Math.max(1, holders.length)}
      isWanted={isWanted}
      onWanted={(isWanted) => onLock({ ...lock, isWanted })}
    >
      {(holders.length > 1 || isApart) && (
        <Checkbox isSelected={isApart} onChange={(isApart) => onLock({ ...lock, isApart })}>
          {t('lock.apart')}
        </Checkbox>
      )}
      {isApart ? (
        holders.map(({ coderId, coder }) => (
          <PassphraseFields
            key={coderId}
            name={coder}
            word={ownWord(lock, coderId)}
            onWord={(word) => onLock({ ...lock, own: { ...own, [coderId]: word } })}
          />
        ))
      ) : (
        <PassphraseFields word={lock} onWord={(word) => onLock({ ...lock, ...word })} />
      )}
    </LockChoice>
  )
}
