import { Ellipsis } from 'lucide-react'
import { Button as AriaButton, Keyboard, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListedSegment } from '../../../../app/contract/segments.ts'
import { BLANK_FORM, type ScreeningForm } from '../../../../domain/screening.ts'
import { writeMemo } from '../../../memo-request.ts'
import { ask, useSession } from '../../../session.ts'
import { chosenSpan } from '../words/selection.ts'
import { useCodingScreen } from '../store.ts'
import type { OpenTranscript } from '../use-transcript.ts'
import { PANE_KEYS } from './screening-keys.ts'
import { startOfChoice } from './use-segment-commands.ts'

interface SegmentMenuProps {
  readonly opened: OpenTranscript
  readonly segment: ListedSegment
  readonly previous: ListedSegment | undefined
  readonly next: ListedSegment | undefined
  readonly onJoin: () => void
  /** Null where nothing may be screened any more. */
  readonly onClear: ((form: ScreeningForm) => void) | null
}

/** What else can be done with a segment: its boundaries, and clearing its form. */
export function SegmentMenu({ opened, segment, previous, next, onJoin, onClear }: SegmentMenuProps) {
  const { t } = useTranslation('segments')
  const { t: tCommon } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  if (coderId === null) return null
  const { id } = segment
  const act = (key: string) => {
    const start = startOfChoice(opened)
    const { selection } = useCodingScreen.getState()
    const end = chosenSpan(opened.reader, selection)?.end ?? null
    if (key === 'joinPrevious') onJoin()
    else if (key === 'joinNext') void ask('segments.join', { id, coderId })
    else if (key === 'memo') writeMemo({ kind: 'segment', id })
    else if (key === 'clear') onClear?.(BLANK_FORM)
    else if (key === 'remove') void ask('segments.remove', { id, coderId })
    else if (start === null) return
    else if (key === 'split') void ask('segments.split', { id, at: start, coderId })
    else if (key === 'moveStart') void ask('segments.move', { id, side: 'start', to: start, coderId })
    else {
      const last = opened.transcript.turns.at(-1)?.end ?? start
      const to = end === null ? start : (opened.reader.pieces.word.startingAfter(end)?.start ?? last)
      void ask('segments.move', { id, side: 'end', to, coderId })
    }
  }
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={tCommon('actions.more', { name: t('numbered', { number: segment.number }) })}
        className="button button-icon"
      >
        <Ellipsis aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={2}>
        <Menu
          className="listbox"
          aria-label={tCommon('actions.more', { name: t('numbered', { number: segment.number }) })}
          onAction={(key) => act(String(key))}
          disabledKeys={[
            ...(previous === undefined ? ['joinPrevious'] : []),
            ...(next === undefined ? ['joinNext'] : []),
            ...(onClear === null ? ['clear'] : []),
          ]}
        >
          <MenuItem id="memo" className="option" textValue={t('menu.memo')}>
            <span className="grow">{t('menu.memo')}</span>
            <Keyboard className="kbd">{PANE_KEYS.memo}</Keyboard>
          </MenuItem>
          <MenuItem id="split" className="option">
            {t('menu.split')}
          </MenuItem>
          <MenuItem id="moveStart" className="option">
            {t('menu.moveStart')}
          </MenuItem>
          <MenuItem id="moveEnd" className="option">
            {t('menu.moveEnd')}
          </MenuItem>
          <MenuItem id="joinPrevious" className="option" textValue={t('menu.joinPrevious')}>
            <span className="grow">{t('menu.joinPrevious')}</span>
            <Keyboard className="kbd">{PANE_KEYS.join}</Keyboard>
          </MenuItem>
          <MenuItem id="joinNext" className="option">
            {t('menu.joinNext')}
          </MenuItem>
          <MenuItem id="clear" className="option">
            {t('menu.clear')}
          </MenuItem>
          <MenuItem id="remove" className="option">
            {t('menu.remove')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
