import './code-palette.css'
import { Plus } from 'lucide-react'
import { useMemo, useState, type CSSProperties } from 'react'
import {
  Autocomplete,
  Dialog as AriaDialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../app/contract/codes.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../domain/codebook.ts'
import { useCodebook } from './codebook.ts'
import { scoreOf } from './fuzzy.ts'
import { planNewCode, type NewCode } from './new-code.ts'
import { useCodingScreen } from './store.ts'

export interface CodePaletteProps {
  /** The words that would be coded. */
  readonly words: string
  /** Where they are in the window: the palette leaves them in view. */
  readonly beside: DOMRect | null
  readonly onApply: (code: CountedCode) => void
  readonly onCreate: (plan: NewCode) => void
  readonly onClose: () => void
}

type Option =
  | { readonly id: string; readonly kind: 'code'; readonly code: CountedCode; readonly path: string }
  | { readonly id: string; readonly kind: 'new'; readonly plan: NewCode }

/** Any code by a few letters of its name; the ones used last first. A name that is not there can be created. */
export function CodePalette(props: CodePaletteProps) {
  const { t } = useTranslation('coding')
  return (
    <ModalOverlay
      className="scrim coding-palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Modal className="modal coding-palette" style={placeBeside(props.beside)}>
        <AriaDialog className="dialog palette" aria-label={t('paletteTitle')}>
          <Choice {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Choice({ words, onApply, onCreate, onClose }: CodePaletteProps) {
  const { t } = useTranslation('coding')
  const [query, setQuery] = useState('')
  const options = useOptions(query)

  const take = (option: Option | undefined) => {
    if (option === undefined) return
    onClose()
    if (option.kind === 'code') onApply(option.code)
    else onCreate(option.plan)
  }
  return (
    <>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="coding-palette-field" aria-label={t('paletteField')} {...{ autoFocus: true }}>
          <p className="coding-palette-words reading">{words}</p>
          <Input
            className="palette-input"
            placeholder={t('paletteField')}
            onKeyDown={(event) => {
              // Before an arrow key or a letter has gone to an option, Enter takes the first.
              const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null
              if (event.key === 'Enter' && !isOnOption) take(options[0])
            }}
          />
        </SearchField>
        <ListBox
          className="listbox coding-palette-list"
          aria-label={t('codes')}
          items={options}
          selectionMode="none"
          shouldFocusWrap
          renderEmptyState={() => <p className="palette-none muted">{t('paletteNone')}</p>}
          onAction={(key) => take(options.find(({ id }) => id === key))}
        >
          {(option) => <PaletteOption option={option} />}
        </ListBox>
      </Autocomplete>
      <p className="coding-palette-hint small">{t('paletteHint')}</p>
    </>
  )
}

function PaletteOption({ option }: { readonly option: Option }) {
  const { t } = useTranslation('coding')
  if (option.kind === 'new') {
    const name = t('createNamed', { name: option.plan.names.join(PATH_SEPARATOR) })
    return (
      <ListBoxItem id={option.id} textValue={name} className="option coding-option">
        <Plus size={14} aria-hidden />
        <span className="grow coding-name">
          {name} <Within path={option.plan.parentPath} />
        </span>
      </ListBoxItem>
    )
  }
  const { code, path } = option
  return (
    <ListBoxItem id={option.id} textValue={code.name} className="option coding-option">
      <span className={`swatch code-colour-${code.colour}`} aria-hidden />
      <span className="grow coding-option-text">
        <span className="coding-name">
          {code.name} <Within path={path} />
        </span>
        {code.definition !== '' && <span className="truncate coding-option-more">{code.definition}</span>}
      </span>
      {code.codings > 0 && (
        <span className="coding-option-more figures" aria-hidden>
          {code.codings}
        </span>
      )}
    </ListBoxItem>
  )
}

function Within({ path }: { readonly path: string }) {
  const { t } = useTranslation('coding')
  return path === '' ? null : <span className="coding-option-more">{t('within', { path })}</span>
}

function useOptions(query: string): readonly Option[] {
  const { codes } = useCodebook()
  const order = useCodingScreen((screen) => screen.recent.order)
  return useMemo(() => {
    const codebook = codebookOf(codes)
    const recency = new Map(order.map((id, index) => [id, index]))
    const rank = (code: CountedCode) => recency.get(code.id) ?? order.length
    const found = codes.flatMap((code) => {
      if (code.retired) return []
      const path = pathOf(codebook, code.id)
      const score = scoreOf(query, path)
      return score === null ? [] : [{ code, path, score }]
    })
    found.sort((a, b) => b.score - a.score || rank(a.code) - rank(b.code) || comparePaths(a.path, b.path))
    const plan = planNewCode(codes, query)
    return [
      ...found.map(
        ({ code, path }) =>
          ({ id: code.id, kind: 'code', code, path: path.slice(0, -1).join(PATH_SEPARATOR) }) as const,
      ),
      ...(plan === null ? [] : [{ id: 'new', kind: 'new', plan } as const]),
    ]
  }, [codes, order, query])
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  return a.join(PATH_SEPARATOR).localeCompare(b.join(PATH_SEPARATOR))
}

/** Under the words or above them, where there is more room; in a corner where there is little on either side. */
function placeBeside(words: DOMRect | null): CSSProperties {
  if (words === null || window.innerWidth < NARROW) return {}
  const left = Math.max(GAP, Math.min(words.left, window.innerWidth - WIDTH - 2 * GAP))
  const below = window.innerHeight - words.bottom - 2 * GAP
  const above = words.top - 2 * GAP
  if (below >= MOST || (below >= above && below >= LEAST)) {
    return { left, top: words.bottom + GAP, maxHeight: Math.min(MOST, below) }
  }
  // Of one height here, so that the field stays in its place while one types.
  const height = above >= LEAST ? Math.min(MOST, above) : Math.min(MOST, window.innerHeight - 4 * GAP)
  if (above >= LEAST) return { left, top: words.top - GAP - height, height }
  return { left: window.innerWidth - WIDTH - 2 * GAP, bottom: 2 * GAP, height }
}

/** Pixels: how tall the palette is at most and must be able to be, how wide it is, and what it keeps free. */
const MOST = 420
const LEAST = 260
const WIDTH = 460
const GAP = 8
const NARROW = 700
