import './shortcut-help.css'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import { keysOf } from '../../../key-press.ts'
import { isApple, shortcutText } from '../../../keyboard.ts'
import { changeKeys, isChanged, resetAllKeys, resetKeys, useKeymap } from './keymap.ts'
import { SHORTCUTS, USUAL_KEYS, type Refusal, type ShortcutId } from './shortcuts.ts'

const GROUPS = ['code', 'boundary', 'move', 'choose', 'other'] as const

const ARROWS: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑' }

/** What was refused for a command, and the keys it was. */
interface Refused {
  readonly id: ShortcutId
  readonly keys: string
  readonly refusal: Refusal
}

/** Every shortcut of the transcript, and the way to change it: press the button of a command, then its new keys. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('coding')
  const { t: tCommon } = useTranslation()
  const keymap = useKeymap(({ keys }) => keys)
  const [waiting, setWaiting] = useState<ShortcutId | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)

  const press = (id: ShortcutId, event: KeyboardEvent) => {
    const keys = keysOf(event, isApple)
    if (keys === null) return
    setWaiting(null)
    if (keys === 'Escape') return
    const refusal = changeKeys(id, keys)
    setRefused(refusal === null ? null : { id, keys, refusal })
  }
  const reset = (id: ShortcutId) => {
    const refusal = resetKeys(id)
    setRefused(refusal === null ? null : { id, keys: USUAL_KEYS[id].join(', '), refusal })
  }
  return (
    <Dialog
      title={t('shortcuts')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              resetAllKeys()
              setRefused(null)
            }}
          >
            {t('resetAllKeys')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {tCommon('actions.close')}
          </Button>
        </>
      }
    >
      <p className="small muted coding-shortcuts-advice">{t('changeKeysAdvice')}</p>
      <div className="coding-shortcuts">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`coding-shortcuts-${group}`}>
            <h3 id={`coding-shortcuts-${group}`}>{t(`shortcutGroups.${group}`)}</h3>
            <ul className="coding-shortcut-list">
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map((shortcut) => (
                <li key={shortcut.id}>
                  <Row
                    id={shortcut.id}
                    isFixed={'isFixed' in shortcut}
                    isWaiting={waiting === shortcut.id}
                    isChanged={isChanged(keymap, shortcut.id)}
                    keys={keymap[shortcut.id]}
                    onWait={setWaiting}
                    onPress={press}
                    onReset={reset}
                  />
                  {refused?.id === shortcut.id && <RefusedKeys {...refused} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly id: ShortcutId
  readonly keys: readonly string[]
  readonly isFixed: boolean
  readonly isWaiting: boolean
  readonly isChanged: boolean
  readonly onWait: (id: ShortcutId | null) => void
  readonly onPress: (id: ShortcutId, event: KeyboardEvent) => void
  readonly onReset: (id: ShortcutId) => void
}

function Row({ id, keys, isFixed, isWaiting, isChanged, onWait, onPress, onReset }: RowProps) {
  const { t } = useTranslation('coding')
  const name = t(`shortcutNames.${id}`)
  const shown = (
    <>
      {keys.map((key) => (
        <span key={key}>
          <span className="visually-hidden">{spokenKeys(key)} </span>
          <Kbd shortcut={writtenKeys(key)} />
        </span>
      ))}
    </>
  )
  return (
    <div className="coding-shortcut">
      <span className="grow">{name}</span>
      {isChanged && (
        <IconButton label={t('resetKeys', { name })} icon={<RotateCcw aria-hidden />} onPress={() => onReset(id)} />
      )}
      {isFixed ? (
        <span className="coding-shortcut-keys">{shown}</span>
      ) : (
        <button
          type="button"
          className="coding-shortcut-keys coding-shortcut-change"
          data-waiting={isWaiting || undefined}
          onClick={() => onWait(id)}
          onBlur={() => onWait(null)}
          onKeyDown={(event) => {
            if (!isWaiting) return
            event.preventDefault()
            event.stopPropagation()
            onPress(id, event.nativeEvent)
          }}
        >
          <span className="visually-hidden">{t('changeKeys', { name })} </span>
          {isWaiting ? <span aria-live="assertive">{t('pressKeys')}</span> : shown}
        </button>
      )}
    </div>
  )
}

function RefusedKeys({ keys, refusal }: Refused) {
  const { t } = useTranslation('coding')
  const written = shortcutText(writtenKeys(keys))
  return (
    <p role="alert" className="field-error coding-shortcut-refused">
      {refusal.kind === 'taken'
        ? t('keysTaken', { keys: written, name: t(`shortcutNames.${refusal.by}`) })
        : t(refusal.kind === 'reserved' ? 'keysReserved' : 'keysNeeded', { keys: written })}
    </p>
  )
}

function writtenKeys(keys: string): string {
  return keys.replace(/Arrow\w+/, (arrow) => ARROWS[arrow] ?? arrow).replace('Plus', '＋')
}

function spokenKeys(keys: string): string {
  return shortcutText(keys)
}
