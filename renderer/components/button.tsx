import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { ReactNode } from 'react'
import { shortcutText } from '../keyboard.ts'
import { Kbd } from './kbd.tsx'

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** `primary`: the one thing to do here. `link`: looks like text, for names in tables. */
  readonly variant?: 'default' | 'primary' | 'quiet' | 'danger' | 'link'
  readonly icon?: ReactNode
  readonly shortcut?: string
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  readonly className?: string
  /** Where the visible text does not say enough by itself. */
  readonly label?: string
  /** Marks the button that a table row's Enter and double arrow keys go to; see Table. */
  readonly isRowAction?: boolean
  /** Takes the focus when it appears: the button that Enter means in a dialog without fields. */
  readonly takesFocus?: boolean
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    variant = 'default',
    icon,
    shortcut,
    label,
    isRowAction,
    isPressed,
    className,
    takesFocus,
  } = props
  return (
    <AriaButton
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      className={['button', variant !== 'default' && `button-${variant}`, className].filter(Boolean).join(' ')}
      {...(onPress && { onPress })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      {...(isRowAction && { 'data-row-action': '' })}
      {...(takesFocus && { autoFocus: true })}
    >
      {icon}
      {children}
      {shortcut !== undefined && <Kbd shortcut={shortcut} />}
    </AriaButton>
  )
}

interface IconButtonProps {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly onPress?: () => void
  readonly shortcut?: string
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  /** For the pointer alone, where a key beside it does the same. */
  readonly isOutOfTabOrder?: boolean
}

/** A button with a picture only; its tooltip says what it does and by which keys. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, onPress, shortcut, isDisabled = false, isPressed, isOutOfTabOrder = false } = props
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        aria-label={label}
        className="button button-icon"
        isDisabled={isDisabled}
        excludeFromTabOrder={isOutOfTabOrder}
        {...(onPress && { onPress })}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
        {...(shortcut !== undefined && { 'aria-keyshortcuts': ariaKeys(shortcut) })}
      >
        {icon}
      </AriaButton>
      <Tooltip className="tooltip" placement="bottom" offset={4}>
        {label}
        {shortcut !== undefined && <span className="kbd">{shortcutText(shortcut)}</span>}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** A shortcut in the form of `aria-keyshortcuts`. */
function ariaKeys(shortcut: string): string {
  return shortcut.replace('Mod', navigator.userAgent.includes('Mac') ? 'Meta' : 'Control')
}
