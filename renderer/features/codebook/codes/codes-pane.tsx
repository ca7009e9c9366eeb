import { ChevronsDownUp, ChevronsUpDown, FolderTree, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../../../arrivals.ts'
import { codebookOf, codesTo } from '../../../../domain/codebook/codebook.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import type { AxialError } from '../../../../domain/errors.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { navigate, useRoute } from '../../../navigation.ts'
import { announce, ask, useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { asCoder, goBackToTree, showCodes } from './code-actions.ts'
import { CodeDetail, NAME_FIELD, type CodeRequest } from './code-detail.tsx'
import { createNodeBuilder, flatten, nodesOf } from './code-nodes.ts'
import { CodeTree } from './code-tree.tsx'
import { useCollapsed } from './collapsed-codes.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { NewCodeDialog } from './new-code-dialog.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { SeveralCodes } from './several-codes.tsx'
import { SplitDialog } from './split-dialog.tsx'
import './codes.css'

/** What is being asked for: a new code at the top, or something of the codes that are chosen. */
type Asked =
  | { readonly kind: 'new-at-top' }
  | { readonly kind: Exclude<CodeRequest, 'remove'> }
  /** To remove it, though something rests on it. */
  | { readonly kind: 'refused' }

/** The codes of the study as a tree, and beside it the one, or those, that are chosen: `#/codebook/codes/CODE/…`. */
export function CodesPane() {
  const { t } = useTranslation('codebook')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const { value: codes } = useRead('codes.list', coderId === null ? null : { coderId })
  const [asked, setAsked] = useState<Asked | null>(null)
  if (coderId === null) {
    return (
      <EmptyState
        icon={<FolderTree aria-hidden />}
        title={t('codes.noCoder')}
        actions={
          <Button variant="primary" onPress={() => navigate('study', 'coders')}>
            {common('frame.addCoder')}
          </Button>
        }
      >
        {t('codes.noCoderAdvice')}
      </EmptyState>
    )
  }
  if (codes === null) return null
  if (codes.length === 0) {
    return (
      <>
        <EmptyState
          icon={<FolderTree aria-hidden />}
          title={t('codes.none')}
          actions={
            <Button variant="primary" onPress={() => setAsked({ kind: 'new-at-top' })}>
              {t('codes.new')}
            </Button>
          }
        >
          {t('codes.noneAdvice')}
        </EmptyState>
        {asked !== null && <NewCodeDialog codes={codes} parentId={null} onClose={() => setAsked(null)} />}
      </>
    )
  }
  return <Codes codes={codes} asked={asked} onAsk={setAsked} />
}

interface CodesProps {
  readonly codes: readonly CountedCode[]
  readonly asked: Asked | null
  readonly onAsk: (asked: Asked | null) => void
}

function Codes({ codes, asked, onAsk }: CodesProps) {
  const { t } = useTranslation('codebook')
  const { args } = useRoute()
  const [filter, setFilter] = useState('')
  const [collapsed, collapse] = useCollapsed()
  const [build] = useState(createNodeBuilder)
  const nodes = useMemo(() => build(codes, filter), [build, codes, filter])
  const inOrder = useMemo(() => flatten(nodesOf(codes, '', new Map())), [codes])
  const chosen = inOrder.flatMap((node) => (args.includes(node.id, 1) ? [node.code] : []))
  const code = chosen.length === 1 ? (chosen[0] ?? null) : null
  const categories = useMemo(() => codes.filter(({ id }) => codes.some((one) => one.parentId === id)), [codes])

  const ids = useMemo(() => codes.map(({ id }) => id), [codes])
  const [shown, setShown] = useState<CodeId | null>(null)
  useArrival(ids, (id) => {
    const above = new Set<string>(codesTo(codebookOf(codes), id).map((one) => one.id))
    const open = categories.flatMap((one) => (collapsed.has(one.id) && !above.has(one.id) ? [one.id] : []))
    if (open.length < collapsed.size) collapse(open)
    setShown(id)
  })

  const remove = async () => {
    const onError = (refusal: AxialError) => {
      if (refusal.reason !== 'in-use' && refusal.reason !== 'in-use-blind') return false
      onAsk({ kind: 'refused' })
      return true
    }
    const ids = chosen.map(({ id }) => id)
    // They are left before the study is read again: nothing asks for them any more.
    const onWritten = () => showCodes([])
    if ((await ask('codes.remove', { ids, ...asCoder() }, { onError, onWritten })) === null) return
    goBackToTree()
    const said =
      code === null ? t('codes.wereRemoved', { count: ids.length }) : t('codes.wasRemoved', { name: code.name })
    announce(said, { canUndo: true })
  }
  const request = (kind: CodeRequest) => {
    if (kind === 'remove') void remove()
    else onAsk({ kind })
  }
  return (
    <div className="codes">
      <section className="codes-side" aria-label={t('panes.codes')}>
        <div className="codes-tools">
          <TextField
            className="grow"
            label={t('codes.filter')}
            hideLabel
            type="search"
            placeholder={t('codes.filter')}
            value={filter}
            onChange={setFilter}
          />
          <IconButton
            label={t('codes.openAll')}
            icon={<ChevronsUpDown aria-hidden />}
            onPress={() => collapse([])}
            isDisabled={filter !== ''}
          />
          <IconButton
            label={t('codes.closeAll')}
            icon={<ChevronsDownUp aria-hidden />}
            onPress={() => collapse(categories.map(({ id }) => id))}
            isDisabled={filter !== ''}
          />
          <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => onAsk({ kind: 'new-at-top' })}>
            {t('codes.new')}
          </Button>
        </div>
        <CodeTree
          codes={codes}
          nodes={nodes}
          collapsed={collapsed}
          onCollapse={collapse}
          isFiltered={filter.trim() !== ''}
          shown={shown}
          chosen={chosen.map(({ id }) => id)}
          onChoose={showCodes}
          onRename={focusName}
          onRemove={() => request('remove')}
        />
      </section>
      {chosen.length === 0 && <p className="codes-choose muted">{t('codes.chooseOne')}</p>}
      {code !== null && <CodeDetail key={code.id} code={code} codes={codes} onRequest={request} />}
      {chosen.length > 1 && <SeveralCodes chosen={chosen} codes={codes} onRequest={request} />}
      {asked !== null && <AskedDialog asked={asked} chosen={chosen} codes={codes} onAsk={onAsk} />}
    </div>
  )
}

interface AskedDialogProps extends CodesProps {
  readonly asked: Asked
  readonly chosen: readonly CountedCode[]
}

function AskedDialog({ asked, chosen, codes, onAsk }: AskedDialogProps) {
  const onClose = () => onAsk(null)
  if (asked.kind === 'new-at-top') return <NewCodeDialog codes={codes} parentId={null} onClose={onClose} />
  const [code] = chosen
  if (code === undefined) return null
  const onMerge = () => onAsk({ kind: 'merge' })
  const about = { chosen, codes, onClose }
  switch (asked.kind) {
    case 'new':
      return <NewCodeDialog codes={codes} parentId={code.id} onClose={onClose} />
    case 'move':
      return <MoveDialog {...about} />
    case 'merge':
      return <MergeDialog {...about} />
    case 'split':
      return <SplitDialog code={code} codes={codes} onClose={onClose} />
    case 'retire':
    case 'refused':
      return <RetireDialog {...about} isRefused={asked.kind === 'refused'} onMerge={onMerge} />
  }
}

/** Puts the caret into the name of the chosen code, all of it selected. */
function focusName(): void {
  const field = document.querySelector<HTMLInputElement>(`#${NAME_FIELD} input`)
  field?.focus()
  field?.select()
}
