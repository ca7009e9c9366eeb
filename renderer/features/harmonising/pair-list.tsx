import { useEffect, useRef } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import type { Pair } from './pairs.ts'

interface PairListProps {
  readonly open: readonly Pair[]
  readonly decided: readonly Pair[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  /** Whether a dialog lies over it, which has the focus. */
  readonly isCovered: boolean
}

/** Puts the focus on a pair of the list. */
export function focusPair(key: string | null): void {
  const options = [...document.querySelectorAll<HTMLElement>('.harmonising-list [role=option]')]
  options.find((option) => option.dataset['key'] === key)?.focus()
}

/** The pairs to decide, the strongest first, then those that are decided. Arrow keys go from one to the next. */
export function PairList({ open, decided, chosen, onChoose, isCovered }: PairListProps) {
  const { t } = useTranslation('harmonising')
  const list = useRef<HTMLDivElement>(null)
  // The focus goes along with the choice: a pair that was decided moves away, and a button of it is gone.
  useEffect(() => {
    if (isCovered) return
    const focused = document.activeElement
    const isLost = focused === null || focused === document.body || list.current?.contains(focused) === true
    if (isLost) focusPair(chosen)
  }, [chosen, isCovered])
  return (
    <ListBox
      ref={list}
      className="harmonising-list"
      aria-label={t('list.label')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        if (key !== undefined) onChoose(String(key))
      }}
    >
      {open.length > 0 && (
        <ListBoxSection id="open">
          <Header className="harmonising-section">{t('list.open', { n: open.length })}</Header>
          {open.map((pair) => (
            <OpenPair key={pair.key} pair={pair} />
          ))}
        </ListBoxSection>
      )}
      {decided.length > 0 && (
        <ListBoxSection id="decided">
          <Header className="harmonising-section">
            {t('list.decided', { n: decided.length })}
            {open.length === 0 && <span className="harmonising-done"> {t('list.allDecided')}</span>}
          </Header>
          {decided.map((pair) => (
            <DecidedPair key={pair.key} pair={pair} />
          ))}
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function OpenPair({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  const { evidence } = pair
  if (evidence === null) return null
  const { words, turns, lift, strength, isSameName } = evidence
  return (
    <ListBoxItem
      id={pair.key}
      textValue={t('list.pair', { code: pair.name, other: pair.otherName })}
      className="harmonising-item"
    >
      <span className="harmonising-names">
        <CodeName colour={evidence.code.colour} name={pair.name} />
        <CodeName colour={evidence.other.colour} name={pair.otherName} />
      </span>
      <span className="harmonising-strength">
        <span className="visually-hidden">{t('list.strength', { value: format.decimal(strength, 2) })}</span>
        <span className="figures" aria-hidden="true">
          {format.decimal(strength, 2)}
        </span>
        <span className="harmonising-bar" aria-hidden="true">
          <span style={{ inlineSize: `${String(100 * strength)}%` }} />
        </span>
      </span>
      <span className="harmonising-brief muted small">
        {isSameName ? <span>{t('list.sameName')}</span> : words.length > 0 && <span>{words.join(' ')}</span>}
        {turns > 0 && (
          <span className="figures">
            {t('list.shared', { count: turns })}
            {lift !== null && ` · ${format.decimal(lift, 1)}×`}
          </span>
        )}
      </span>
    </ListBoxItem>
  )
}

function DecidedPair({ pair }: { readonly pair: Pair }) {
  const { t } = useTranslation('harmonising')
  const { decision } = pair
  if (decision === null) return null
  const names = { code: pair.name, other: pair.otherName }
  return (
    <ListBoxItem id={pair.key} textValue={t(`list.${decision.kind}`, names)} className="harmonising-item">
      <span className="harmonising-names">
        <span>{pair.name}</span>
        <span className="muted">{pair.otherName}</span>
      </span>
      <span className="tag">{t(`list.kinds.${decision.kind}`)}</span>
    </ListBoxItem>
  )
}

function CodeName({ colour, name }: { readonly colour: number; readonly name: string }) {
  return (
    <span className="harmonising-name">
      <span className={`swatch code-colour-${String(colour)}`} aria-hidden />
      <span>{name}</span>
    </span>
  )
}
