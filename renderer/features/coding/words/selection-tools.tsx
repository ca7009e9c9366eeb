import './selection-tools.css'
import { Tag } from 'lucide-react'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { mayCode } from '../../../../domain/coding.ts'
import { Button } from '../../../components/button.tsx'
import { useRound } from '../../../session.ts'
import { boxOf } from './hit.ts'
import { focusTranscript } from '../focus.ts'
import { useKeys } from '../keys/keymap.ts'
import { focusOf } from './selection.ts'
import type { Command } from '../keys/shortcuts.ts'
import { useCodingScreen } from '../store.ts'
import { useRecentCodes } from '../palette/use-recent-codes.ts'
import type { OpenTranscript } from '../use-transcript.ts'

interface SelectionToolsProps {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly opened: OpenTranscript
  readonly onCommand: (command: Command) => void
  readonly onApply: (digit: number) => void
}

const OFFERED = 3

/** What can be done with words just chosen by the pointer, beside them: the codes used last, or any code. */
export function SelectionTools({ scroller, opened, onCommand, onApply }: SelectionToolsProps) {
  const { t } = useTranslation('coding')
  const selection = useCodingScreen((screen) => (screen.hasTools ? screen.selection : null))
  const recent = useRecentCodes()
  const paletteKeys = useKeys('palette')
  const round = useRound()
  const isFinished = round !== null && !mayCode(round)
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const view = scroller.current
    const tools = box.current
    if (view === null || tools === null || selection === null) return
    const { reader } = opened
    const words = boxOf(view, reader.stretches, focusOf(selection))
    if (words === null) return
    const frame = view.getBoundingClientRect()
    const isBelow = words.bottom + tools.offsetHeight + GAP < frame.bottom
    const top = isBelow ? words.bottom + GAP : words.top - tools.offsetHeight - GAP
    const left = Math.min(words.left, frame.right - tools.offsetWidth - GAP) - frame.left
    tools.style.top = `${top - frame.top + view.scrollTop}px`
    tools.style.left = `${Math.max(GAP, left)}px`
    tools.style.visibility = 'visible'
  }, [scroller, opened, selection])

  if (selection === null || isFinished) return null
  return (
    <div ref={box} className="coding-tools">
      <Toolbar aria-label={t('toolsLabel')} className="coding-tools-bar">
        <Button
          variant="quiet"
          icon={<Tag aria-hidden />}
          shortcut={paletteKeys}
          onPress={() => onCommand({ id: 'palette' })}
        >
          {t('chooseCode')}
        </Button>
        {recent.slice(0, OFFERED).map(({ digit, code, label }) => (
          <Button
            key={code.id}
            variant="quiet"
            className="coding-tool-code"
            onPress={() => {
              // The tools go, and the keyboard with them unless it is back in the words.
              focusTranscript()
              onApply(digit)
            }}
          >
            <span className={`swatch code-colour-${code.colour}`} aria-hidden />
            <span className="truncate">{label}</span>
          </Button>
        ))}
      </Toolbar>
    </div>
  )
}

const GAP = 6
