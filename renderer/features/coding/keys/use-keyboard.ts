import { useEffect, useEffectEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { digitOf, keysOf } from '../../../key-press.ts'
import { isApple } from '../../../keyboard.ts'
import { quote } from '../words/quotation.ts'
import { targetSpan } from '../words/selection.ts'
import { currentKeys } from './keymap.ts'
import { commandOf, type Command } from './shortcuts.ts'
import { say, useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'

/** The keys of the transcript, wherever in it the keyboard is, and copying with speaker and place. */
export function useKeyboard(
  ref: RefObject<HTMLElement | null>,
  { transcript, reader }: OpenTranscript,
  source: string,
  onCommand: (command: Command) => void,
): void {
  const { t } = useTranslation('coding')

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const command = commandOf(currentKeys(), keysOf(event, isApple), digitOf(event))
    if (command === null) return
    event.preventDefault()
    onCommand(command)
  })
  const copy = useEffectEvent((event: ClipboardEvent) => {
    const span = targetSpan(reader, useCodingScreen.getState().selection)
    if (span === null || event.clipboardData === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', quote(transcript, span, source))
    say(t('copied'))
  })

  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const onKeyDown = (event: KeyboardEvent) => press(event)
    const onCopy = (event: ClipboardEvent) => copy(event)
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('copy', onCopy)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('copy', onCopy)
    }
  }, [ref])
}
