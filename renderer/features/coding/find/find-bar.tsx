import './find-bar.css'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from 'react-aria-components'
import { IconButton } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { keysOf } from '../../../key-press.ts'
import { isApple } from '../../../keyboard.ts'
import type { Finder } from './find.ts'
import { closeFind, findOn, look, useFinding } from './finding.ts'
import { FIND_ID, focusTranscript, showTranscript } from '../focus.ts'
import { currentKeys, useKeys } from '../keys/keymap.ts'
import { commandOf } from '../keys/shortcuts.ts'

function close(): void {
  closeFind()
  focusTranscript()
}

/** Finding words in the transcript: every place is marked, the one gone to is chosen. */
export function FindBar({ finder }: { readonly finder: Finder }) {
  const { t } = useTranslation('coding')
  const { t: tCommon } = useTranslation()
  const { words, isWholeWord, isExact } = useFinding()
  const bar = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const onKeys = useKeys('findOn')
  const backKeys = useKeys('findBack')

  useEffect(() => {
    input.current?.select()
    showTranscript()
  }, [])
  const press = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(currentKeys(), keysOf(event, isApple), null)
    const isTyped = event.target === input.current
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && isTyped) findOn(finder, event.shiftKey ? 'back' : 'on')
    else if (command?.id === 'findOn') findOn(finder, 'on')
    else if (command?.id === 'findBack') findOn(finder, 'back')
    else if (command?.id === 'find') input.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const element = bar.current
    const listen = (event: KeyboardEvent) => press(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])

  return (
    <search ref={bar} className="coding-find" aria-label={t('findInTranscript')}>
      <Input
        ref={input}
        id={FIND_ID}
        className="input coding-find-field"
        aria-label={t('findInTranscript')}
        placeholder={t('findInTranscript')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => look(finder, { words: event.target.value })}
        {...{ autoFocus: true }}
      />
      <Count />
      <IconButton
        label={t('findBack')}
        icon={<ChevronUp aria-hidden />}
        shortcut={backKeys}
        onPress={() => findOn(finder, 'back')}
      />
      <IconButton
        label={t('findOn')}
        icon={<ChevronDown aria-hidden />}
        shortcut={onKeys}
        onPress={() => findOn(finder, 'on')}
      />
      <span className="coding-find-ways">
        <Checkbox isSelected={isWholeWord} onChange={(chosen) => look(finder, { isWholeWord: chosen })}>
          {t('findWholeWord')}
        </Checkbox>
        <Checkbox isSelected={isExact} onChange={(chosen) => look(finder, { isExact: chosen })}>
          {t('findExact')}
        </Checkbox>
      </span>
      <IconButton label={tCommon('actions.close')} icon={<X aria-hidden />} shortcut="Escape" onPress={close} />
    </search>
  )
}

function Count() {
  const { t } = useTranslation('coding')
  const format = useFormat()
  const { words, found, at } = useFinding()
  return (
    <output className="coding-find-count small muted figures">
      {words.trim() !== '' &&
        (found.length === 0
          ? t('findNone')
          : t('findCount', { at: format.number(at + 1), count: format.number(found.length) }))}
    </output>
  )
}
