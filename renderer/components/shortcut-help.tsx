import './shortcut-help.css'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { keysOf } from '../key-press.ts'
import { isApple, shortcutText } from '../keyboard.ts'
import type { ScreenKeys } from '../keymap.ts'
import type { Refusal } from '../shortcuts.ts'
import { Button, IconButton } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'

const ARROWS: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑' }

export interface ShortcutHelpProps<Id extends string> {
  readonly keys: ScreenKeys<Id>
  /** In the order in which they are shown. */
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly nameOf: (id: Id) => string
  readonly onClose: () => void
}

/** What was refused for a command, and the keys it was. */
interface Refused<Id extends string> {
  readonly id: Id
  readonly keys: string
  readonly refusal: Refusal<Id>
}

/** Every shortcut of a screen, and the way to change it: press the button of a command, then its new keys. */
export function ShortcutHelp<Id extends string>({ keys: screen, groups, nameOf, onClose }: ShortcutHelpProps<Id>) {
  const { t } = useTranslation()
  const keymap = useStore(screen.store, ({ keys }) => keys)
  const [waiting, setWaiting] = useState<Id | null>(null)
  const [refused, setRefused] = useState<Refused<Id> | null>(null)

  const press = (id: Id, event: KeyboardEvent) => {
    const keys = keysOf(event, isApple)
    if (keys === null) return
    setWaiting(null)
    if (keys === 'Escape') return
    const refusal = screen.change(id, keys)
    setRefused(refusal === null ? null : { id, keys, refusal })
  }
  const reset = (id: Id) => {
    const refusal = screen.reset(id)
    setRefused(refusal === null ? null : { id, keys: screen.usual[id].join(', '), refusal })
  }
  return (
    <Dialog
      title={t('shortcuts.title')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              screen.resetAll()
              setRefused(null)
            }}
          >
            {t('shortcuts.resetAll')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('actions.close')}
          </Button>
        </>
      }
    >
      <p className="small muted shortcuts-advice">{t('shortcuts.advice')}</p>
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`shortcuts-${group.id}`}>
            <h3 id={`shortcuts-${group.id}`}>{group.title}</h3>
            <ul className="shortcut-list">
              {screen.shortcuts
                .filter((shortcut) => shortcut.group === group.id)
                .map(({ id, isFixed = false }) => (
                  <li key={id}>
                    <Row
                      name={nameOf(id)}
                      isFixed={isFixed}
                      isWaiting={waiting === id}
                      isChanged={screen.isChanged(keymap, id)}
                      keys={keymap[id]}
                      onWait={(isWaiting) => setWaiting(isWaiting ? id : null)}
                      onPress={(event) => press(id, event)}
                      onReset={() => reset(id)}
                    />
                    {refused?.id === id && <RefusedKeys {...refused} nameOf={nameOf} />}
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
  readonly name: string
  readonly keys: readonly string[]
  readonly isFixed: boolean
  readonly isWaiting: boolean
  readonly isChanged: boolean
  readonly onWait: (isWaiting: boolean) => void
  readonly onPress: (event: KeyboardEvent) => void
  readonly onReset: () => void
}

function Row({ name, keys, isFixed, isWaiting, isChanged, onWait, onPress, onReset }: RowProps) {
  const { t } = useTranslation()
  const shown = (
    <>
      {keys.map((key) => (
        <span key={key}>
          <span className="visually-hidden">{shortcutText(key)} </span>
          <Kbd shortcut={writtenKeys(key)} />
        </span>
      ))}
    </>
  )
  return (
    <div className="shortcut">
      <span className="grow">{name}</span>
      {isChanged && (
        <IconButton label={t('shortcuts.reset', { name })} icon={<RotateCcw aria-hidden />} onPress={onReset} />
      )}
      {isFixed ? (
        <span className="shortcut-keys">{shown}</span>
      ) : (
        <button
          type="button"
          className="shortcut-keys shortcut-change"
          data-waiting={isWaiting || undefined}
          onClick={() => onWait(true)}
          onBlur={() => onWait(false)}
          onKeyDown={(event) => {
            if (!isWaiting) return
            event.preventDefault()
            event.stopPropagation()
            onPress(event.nativeEvent)
          }}
        >
          <span className="visually-hidden">{t('shortcuts.change', { name })} </span>
          {isWaiting ? <span aria-live="assertive">{t('shortcuts.press')}</span> : shown}
        </button>
      )}
    </div>
  )
}

interface RefusedKeysProps<Id extends string> extends Refused<Id> {
  readonly nameOf: (id: Id) => string
}

function RefusedKeys<Id extends string>({ keys, refusal, nameOf }: RefusedKeysProps<Id>) {
  const { t } = useTranslation()
  const written = shortcutText(writtenKeys(keys))
  return (
    <p role="alert" className="field-error shortcut-refused">
      {refusal.kind === 'taken'
        ? t('shortcuts.taken', { keys: written, name: nameOf(refusal.by) })
        : t(`shortcuts.${refusal.kind}`, { keys: written })}
    </p>
  )
}

function writtenKeys(keys: string): string {
  return keys.replace(/Arrow\w+/, (arrow) => ARROWS[arrow] ?? arrow).replace('Plus', '＋')
}
