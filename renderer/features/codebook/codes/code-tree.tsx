import { ChevronRight, GripVertical } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import {
  Button as AriaButton,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
  type Key,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { hasMoreUnder, writtenCount } from '../../../components/code-count.ts'
import { placeAt, type Step } from '../../../../domain/codebook/code-move.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { useFormat } from '../../../i18n/format.ts'
import { moveBy, moveTo } from './code-actions.ts'
import type { CountedNode } from './code-nodes.ts'
import { PADDING, ROW, scrollTopFor } from './tree-scroll.ts'

interface CodeTreeProps {
  readonly codes: readonly CountedCode[]
  readonly nodes: readonly CountedNode[]
  readonly collapsed: ReadonlySet<string>
  readonly onCollapse: (ids: readonly CodeId[]) => void
  /** Of some codes only: all of them are then open, and none is moved. */
  readonly isFiltered: boolean
  /** A code that has just come and is to be in view. */
  readonly shown: CodeId | null
  readonly chosen: readonly CodeId[]
  readonly onChoose: (ids: readonly CodeId[]) => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }

/** The codes as a tree, moved by dragging and by keys. Only the rows in view are in the document. */
export function CodeTree(props: CodeTreeProps) {
  const { t } = useTranslation('codebook')
  const { codes, nodes, collapsed, isFiltered, chosen, onChoose } = props
  const byKey = useMemo(() => new Map<Key, CountedCode>(codes.map((code) => [code.id, code])), [codes])
  const expanded = useMemo(
    () => new Set<Key>(codes.filter(({ id }) => isFiltered || !collapsed.has(id)).map(({ id }) => id)),
    [codes, collapsed, isFiltered],
  )
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isFiltered,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': byKey.get(key)?.name ?? '' })),
    onMove: ({ keys, target }) => {
      const moved = [...keys].flatMap((key) => byKey.get(key)?.id ?? [])
      const onto = byKey.get(target.key)
      const placement = onto === undefined ? null : placeAt(codes, onto.id, target.dropPosition)
      if (placement !== null) void moveTo(moved, placement)
    },
  })

  const scroller = useRef<HTMLDivElement>(null)
  const done = useRef<CodeId | null>(null)
  const { shown } = props
  useEffect(() => {
    const at = shown === null || shown === done.current ? -1 : shownIn(nodes, expanded).indexOf(shown)
    if (at === -1) return
    done.current = shown
    const { current } = scroller
    if (current !== null) current.scrollTop = scrollTopFor(at, current.scrollTop, current.clientHeight)
  }, [shown, nodes, expanded])

  const chooseFocused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[role="row"]')
    const code = byKey.get(row?.dataset['key'] ?? '')
    if (code !== undefined && !chosen.includes(code.id)) onChoose([code.id])
  }
  const onKey = (event: React.KeyboardEvent) => {
    // Letters jump to a name; what is jumped to is what the next key is meant for.
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isLetter) requestAnimationFrame(chooseFocused)
    if (chosen.length === 0 || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row')
      return
    const step = STEPS[event.key]
    if (event.altKey && step !== undefined && !isFiltered) moveBy(codes, chosen, step)
    else if (event.key === 'F2') props.onRename()
    else if (event.key === 'Delete') props.onRemove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="codes-tree-box" onKeyDownCapture={onKey}>
      <div className="codes-tree-head small muted" aria-hidden>
        <span className="grow">{t('codes.code')}</span>
        <span className="codes-number">{t('codes.codings')}</span>
        <span className="codes-number">{t('codes.transcripts')}</span>
        <span className="codes-number">{t('codes.participants')}</span>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW, padding: PADDING }}>
        <Tree
          ref={scroller}
          aria-label={t('panes.codes')}
          aria-describedby="codes-tree-help"
          className="codes-tree"
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChoose(keys === 'all' ? shownIn(nodes, expanded) : [...keys].flatMap((key) => byKey.get(key)?.id ?? []))
          }
          expandedKeys={expanded}
          onExpandedChange={(keys) =>
            !isFiltered && props.onCollapse(codes.filter(({ id }) => !keys.has(id)).map(({ id }) => id))
          }
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className="codes-none muted">{t('codes.noneFound')}</p>}
        >
          {(node) => <CodeItem node={node} isMovable={!isFiltered} />}
        </Tree>
      </Virtualizer>
      <p id="codes-tree-help" className="visually-hidden">
        {t('codes.treeHelp')}
      </p>
    </div>
  )
}

function CodeItem({ node: { id, code, children }, isMovable }: { node: CountedNode; isMovable: boolean }) {
  const { t } = useTranslation('codebook')
  const format = useFormat()
  const total = [
    t('codes.codingsCount', { count: code.total.codings }),
    t('codes.transcriptsCount', { count: code.total.transcripts }),
    ...(code.total.participants === 0 ? [] : [t('codes.participantsCount', { count: code.total.participants })]),
  ]
  const said = [
    code.name,
    ...(code.retired ? [t('codes.retired')] : []),
    t('codes.codingsCount', { count: code.codings }),
    ...(code.codings === 0 ? [] : [t('codes.transcriptsCount', { count: code.transcripts })]),
    ...(code.participants === 0 ? [] : [t('codes.participantsCount', { count: code.participants })]),
  ]
  const under = hasMoreUnder(code) ? t('codes.withUnder', { counts: format.list(total) }) : undefined
  const label = under === undefined ? format.list(said) : `${format.list(said)}; ${under}`
  return (
    <TreeItem id={id} textValue={code.name} aria-label={label} className="codes-item">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, allowsDragging }) => (
          <div className="codes-row">
            {hasChildItems ? (
              <AriaButton slot="chevron" className="codes-chevron">
                <ChevronRight aria-hidden />
              </AriaButton>
            ) : (
              <span className="codes-chevron" />
            )}
            <span className={`swatch code-colour-${code.colour}`} aria-hidden />
            <span
              className={code.retired ? 'truncate codes-name codes-name-retired' : 'truncate codes-name'}
              title={code.definition === '' ? code.name : `${code.name} — ${code.definition}`}
            >
              {code.name}
            </span>
            {code.abbreviation !== null && <span className="small muted">{code.abbreviation}</span>}
            {code.retired && <span className="tag">{t('codes.retired')}</span>}
            <span className="grow" />
            {allowsDragging && isMovable && (
              <AriaButton slot="drag" className="codes-grip">
                <GripVertical aria-hidden />
              </AriaButton>
            )}
            {COUNTED.map((what) => (
              <span
                key={what}
                className={code.total[what] === 0 ? 'codes-number figures muted' : 'codes-number figures'}
                title={under}
                aria-hidden
              >
                {writtenCount(code, what, { isClosed: hasChildItems && !isExpanded, number: format.number })}
              </span>
            ))}
          </div>
        )}
      </TreeItemContent>
      <Collection items={children} dependencies={[isMovable]}>
        {(child) => <CodeItem node={child} isMovable={isMovable} />}
      </Collection>
    </TreeItem>
  )
}

/** The codes that have a row: what one does not see is not chosen with all of them. */
function shownIn(nodes: readonly CountedNode[], expanded: ReadonlySet<Key>): readonly CodeId[] {
  return nodes.flatMap(({ id, children }) => [id, ...(expanded.has(id) ? shownIn(children, expanded) : [])])
}

const COUNTED = ['codings', 'transcripts', 'participants'] as const
