import { Plus } from 'lucide-react'
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../app/contract/codings.ts'
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
  | { readonly kind: 'code'; readonly code: CountedCode; readonly path: string }
  | { readonly kind: 'new'; readonly plan: NewCode }

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
  const listId = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const options = useOptions(query)
  const chosen = options[active]

  const take = (option: Option | undefined) => {
    if (option === undefined) return
    onClose()
    if (option.kind === 'code') onApply(option.code)
    else onCreate(option.plan)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, active, options.length)
    if (event.key === 'Enter') take(chosen)
    else if (target !== null) {
      setActive(target)
      document.getElementById(`${listId}-${target}`)?.scrollIntoView({ block: 'nearest' })
    } else return
    event.preventDefault()
  }

  return (
    <>
      <p className="coding-palette-words reading">{words}</p>
      <input
        className="palette-input"
        role="combobox"
        aria-label={t('paletteField')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${active}`}
        placeholder={t('paletteField')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        {...{ autoFocus: true }}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={t('codes')} className="listbox coding-palette-list" tabIndex={-1}>
        {options.map((option, index) => (
          <PaletteOption
            key={option.kind === 'code' ? option.code.id : 'new'}
            id={`${listId}-${index}`}
            option={option}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onTake={() => take(option)}
          />
        ))}
      </div>
      {options.length === 0 && <p className="palette-none muted">{t('paletteNone')}</p>}
      <p className="coding-palette-definition small">
        {chosen?.kind === 'code' ? chosen.code.definition || t('noDefinition') : t('paletteHint')}
      </p>
    </>
  )
}

interface PaletteOptionProps {
  readonly id: string
  readonly option: Option
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onTake: () => void
}

/** The keyboard stays in the field above: its arrow keys and Enter go through the options. */
function PaletteOption({ id, option, isActive, onPoint, onTake }: PaletteOptionProps) {
  const { t } = useTranslation('coding')
  const categories = option.kind === 'code' ? option.path : option.plan.parentPath
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-description={option.kind === 'code' ? option.code.definition : undefined}
      className="option"
      data-focused={isActive || undefined}
      onPointerMove={onPoint}
      onClick={onTake}
      onKeyDown={(event) => event.key === 'Enter' && onTake()}
    >
      {option.kind === 'code' ? (
        <span className={`swatch code-colour-${option.code.colour}`} aria-hidden />
      ) : (
        <Plus size={14} aria-hidden />
      )}
      <span className="grow truncate">
        {option.kind === 'code' ? option.code.name : t('createNamed', { name: option.plan.names.join(PATH_SEPARATOR) })}
        {categories !== '' && <span className="coding-option-path"> {t('within', { path: categories })}</span>}
      </span>
      {option.kind === 'code' && option.code.codings > 0 && (
        <span className="muted figures small" aria-hidden>
          {option.code.codings}
        </span>
      )}
    </div>
  )
}

function useOptions(query: string): readonly Option[] {
  const { codes } = useCodebook()
  const order = useCodingScreen((screen) => screen.recent.order)
  return useMemo(() => {
    const codebook = codebookOf(codes)
    const recency = new Map(order.map((id, index) => [id, index]))
    const rank = (code: CountedCode) => recency.get(code.id) ?? order.length
    const found = codes.flatMap((code) => {
      const path = pathOf(codebook, code.id)
      const score = scoreOf(query, path)
      return score === null ? [] : [{ code, path, score }]
    })
    found.sort((a, b) => b.score - a.score || rank(a.code) - rank(b.code) || comparePaths(a.path, b.path))
    const plan = planNewCode(codes, query)
    return [
      ...found.map(({ code, path }) => ({ kind: 'code', code, path: path.slice(0, -1).join(PATH_SEPARATOR) }) as const),
      ...(plan === null ? [] : [{ kind: 'new', plan } as const]),
    ]
  }, [codes, order, query])
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  return a.join(PATH_SEPARATOR).localeCompare(b.join(PATH_SEPARATOR))
}

/** Where an arrow key goes among the options, round at the ends; null for another key. */
function targetOf(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count
    case 'ArrowUp':
      return (active + count - 1) % count
    case 'PageDown':
      return Math.min(count - 1, active + PAGE)
    case 'PageUp':
      return Math.max(0, active - PAGE)
    default:
      return null
  }
}

const PAGE = 8

/** Under the words where there is room, else above them; at the top of the window where they are not in view. */
function placeBeside(words: DOMRect | null): { top: number; left: number } | Record<string, never> {
  if (words === null || window.innerWidth < NARROW) return {}
  const below = words.bottom + 8
  const top = below + HEIGHT < window.innerHeight ? below : Math.max(8, words.top - HEIGHT - 8)
  return { top, left: Math.max(8, Math.min(words.left, window.innerWidth - WIDTH - 16)) }
}

const HEIGHT = 400
const WIDTH = 460
const NARROW = 700
