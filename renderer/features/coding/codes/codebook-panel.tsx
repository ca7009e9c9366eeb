import './codebook-panel.css'
import { ChevronRight, Ellipsis, Plus } from 'lucide-react'
import { memo, useMemo, useRef, useState } from 'react'
import {
  Button as AriaButton,
  Collection,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Tree,
  TreeItem,
  TreeItemContent,
  type Key,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, codesTo } from '../../../../domain/codebook/codebook.ts'
import { useArrival } from '../../../arrivals.ts'
import { IconButton } from '../../../components/button.tsx'
import { hasMoreUnder, writtenCount } from '../../../components/code-count.ts'
import { TextField } from '../../../components/text-field.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { keysOf } from '../../../key-press.ts'
import { isApple, shortcutText } from '../../../keyboard.ts'
import { ask, useSession } from '../../../session.ts'
import { CodeDialog, type CodeForm } from './code-dialog.tsx'
import { useCodebook } from '../codebook.ts'
import { createTreeBuilder, type CountedNode } from './code-filter.ts'
import { FILTER_ID, focusTranscript } from '../focus.ts'
import { currentKeys, useKeys } from '../keys/keymap.ts'
import { commandOf } from '../keys/shortcuts.ts'
import { useCodingScreen } from '../store.ts'

interface CodebookPanelProps {
  /** Puts a code on the chosen words; does nothing where none are. */
  readonly onApply: (code: CountedCode) => void
  /** Shows all passages of a code. */
  readonly onCompare: (id: CountedCode['id']) => void
}

/** The codebook as a tree: what there is, how often it was used, and how to change it. */
export const CodebookPanel = memo(function CodebookPanel({ onApply, onCompare }: CodebookPanelProps) {
  const { t } = useTranslation('coding')
  const { codes: everyCode } = useCodebook()
  const codes = useMemo(() => everyCode.filter((code) => !code.retired), [everyCode])
  const [filter, setFilter] = useState('')
  const [form, setForm] = useState<CodeForm | null>(null)
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set())
  const byPointer = useRef(false)
  const digits = useDigits()
  const keys = shortcutText(useKeys('palette'))
  const [build] = useState(createTreeBuilder)
  const nodes = useMemo(() => build(codes, filter), [build, codes, filter])
  const expanded = useMemo(
    () => new Set<Key>(codes.filter((code) => filter !== '' || !collapsed.has(code.id)).map((code) => code.id)),
    [codes, collapsed, filter],
  )
  const codebook = useMemo(() => codebookOf(codes), [codes])
  const ids = useMemo(() => codes.map(({ id }) => id), [codes])
  const tree = useRef<HTMLDivElement>(null)
  useArrival(ids, (id) => {
    const above = new Set<Key>(codesTo(codebook, id).map((code) => code.id))
    setCollapsed((before) => new Set([...before].filter((key) => !above.has(key))))
    // Once the categories it is in are open.
    requestAnimationFrame(() => tree.current?.querySelector(`[data-key="${id}"]`)?.scrollIntoView({ block: 'nearest' }))
  })
  const apply = (key: Key) => {
    const code = codes.find((one) => one.id === key)
    if (code !== undefined) onApply(code)
    // The pointer came from the words and goes back to them; the keyboard may have more codes to put on them.
    if (byPointer.current) focusTranscript()
  }
  return (
    <section
      className="coding-codebook"
      aria-labelledby="coding-codebook-title"
      onPointerDownCapture={() => {
        byPointer.current = true
      }}
      onKeyDownCapture={(event) => {
        byPointer.current = false
        // Not from a menu or a dialog of the codebook, which Escape closes, nor from a filter, which it empties.
        const isHere = event.target instanceof Node && event.currentTarget.contains(event.target)
        const isFiltering = event.target instanceof HTMLInputElement && event.target.value !== ''
        if (event.key === 'Escape' && isHere && !isFiltering) focusTranscript()
        const row = isHere && event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null
        const code = codes.find(({ id }) => id === row?.dataset['key'])
        if (code === undefined || !isCompareKey(event.nativeEvent)) return
        event.preventDefault()
        event.stopPropagation()
        onCompare(code.id)
      }}
    >
      <div className="coding-codebook-head">
        <h2 id="coding-codebook-title">{t('codebook')}</h2>
        <IconButton
          label={t('newCode')}
          icon={<Plus aria-hidden />}
          onPress={() => setForm({ kind: 'create', parentId: null })}
        />
      </div>
      <div id={FILTER_ID} className="coding-filter">
        <TextField
          label={t('filterCodes')}
          hideLabel
          type="search"
          placeholder={t('filterCodes')}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <div ref={tree} className="coding-tree-scroll">
        <Tree
          aria-label={t('codebook')}
          className="coding-tree"
          items={nodes}
          expandedKeys={expanded}
          onExpandedChange={(keys) =>
            setCollapsed(new Set(codes.filter((code) => !keys.has(code.id)).map((code) => code.id)))
          }
          onAction={apply}
          dependencies={[digits]}
          renderEmptyState={() => (
            <p className="palette-none muted">{codes.length === 0 ? t('noCodes', { keys }) : t('paletteNone')}</p>
          )}
        >
          {(node) => <CodeItem node={node} digits={digits} onForm={setForm} onCompare={onCompare} />}
        </Tree>
      </div>
      {form !== null && <CodeDialog form={form} onClose={() => setForm(null)} />}
    </section>
  )
})

/** Whether the keys are one of those that compare passages; a letter alone goes to a code by its name here. */
function isCompareKey(event: KeyboardEvent): boolean {
  const keys = keysOf(event, isApple)
  return keys !== null && keys.length > 1 && commandOf(currentKeys(), keys, null)?.id === 'compare'
}

/** The digits by code; the same map as long as they are the same. */
function useDigits(): ReadonlyMap<CountedCode['id'], number> {
  const slots = useCodingScreen((screen) => screen.recent.slots)
  return useMemo(() => new Map(slots.map((id, index) => [id, index + 1])), [slots])
}

interface CodeItemProps {
  readonly node: CountedNode
  readonly digits: ReadonlyMap<CountedCode['id'], number>
  readonly onForm: (form: CodeForm) => void
  readonly onCompare: (id: CountedCode['id']) => void
}

function CodeItem({ node: { id, code, children }, digits, onForm, onCompare }: CodeItemProps) {
  const { t } = useTranslation('coding')
  const digit = digits.get(code.id)
  return (
    <TreeItem id={id} textValue={code.name} className="coding-code">
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="coding-code-row">
            {hasChildItems ? (
              <AriaButton slot="chevron" className="coding-chevron">
                <ChevronRight aria-hidden />
              </AriaButton>
            ) : (
              <span className="coding-chevron" />
            )}
            <span className={`swatch code-colour-${code.colour}`} aria-hidden />
            <span
              className="grow coding-name"
              title={code.definition === '' ? code.name : `${code.name} — ${code.definition}`}
            >
              {code.name}
            </span>
            {digit !== undefined && (
              <kbd className="kbd">
                <span className="visually-hidden">{t('digit')} </span>
                {digit}
              </kbd>
            )}
            <CodeCount code={code} isClosed={hasChildItems && !isExpanded} />
            <CodeMenu code={code} onForm={onForm} onCompare={onCompare} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>
        {(child) => <CodeItem node={child} digits={digits} onForm={onForm} onCompare={onCompare} />}
      </Collection>
    </TreeItem>
  )
}

/** How often it was used; nothing where neither it was nor, of a closed category, what is in it. */
function CodeCount({ code, isClosed }: { readonly code: CountedCode; readonly isClosed: boolean }) {
  const { t } = useTranslation('codebook')
  const format = useFormat()
  const hasMore = hasMoreUnder(code)
  const isShown = code.codings > 0 || (isClosed && hasMore)
  if (!isShown && !hasMore) return <span className="coding-count" />
  const own = t('codes.codingsCount', { count: code.codings })
  const under = () => t('codes.withUnder', { counts: t('codes.codingsCount', { count: code.total.codings }) })
  const said = hasMore ? `${own}; ${under()}` : own
  return (
    <span className="coding-count figures" title={hasMore ? said : undefined}>
      {isShown && <span aria-hidden>{writtenCount(code, 'codings', { isClosed, number: format.number })}</span>}
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

interface CodeMenuProps {
  readonly code: CountedCode
  readonly onForm: (form: CodeForm) => void
  readonly onCompare: (id: CountedCode['id']) => void
}

function CodeMenu({ code, onForm, onCompare }: CodeMenuProps) {
  const { t } = useTranslation('coding')
  const { t: tCommon } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const act = (key: Key) => {
    if (key === 'edit') onForm({ kind: 'edit', code })
    else if (key === 'passages') onCompare(code.id)
    else if (key === 'within') onForm({ kind: 'create', parentId: code.id })
    else void ask('codes.remove', { ids: [code.id], ...(coderId !== null && { coderId }) })
  }
  return (
    <MenuTrigger>
      <AriaButton aria-label={tCommon('actions.more', { name: code.name })} className="coding-more">
        <Ellipsis aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={2}>
        <Menu className="listbox" aria-label={tCommon('actions.more', { name: code.name })} onAction={act}>
          <MenuItem id="edit" className="option">
            {t('edit')}
          </MenuItem>
          <MenuItem id="passages" className="option">
            {t('itsPassages')}
          </MenuItem>
          <MenuItem id="within" className="option">
            {t('newWithin')}
          </MenuItem>
          <MenuItem id="remove" className="option">
            {tCommon('actions.remove')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
