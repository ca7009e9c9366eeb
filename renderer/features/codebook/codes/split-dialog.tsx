import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodedPassage, CountedCode, SplitPart } from '../../../../app/contract/codes.ts'
import { codebookOf, parsePath, PATH_SEPARATOR, pathOf, resolveLabel } from '../../../../domain/codebook/codebook.ts'
import type { CodingId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { announce, ask } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { ImpactList } from '../../../components/impact-list.tsx'
import { asCoder, goBackToTree } from './code-actions.ts'
import { SplitSorter, type Decisions } from './split-sorter.tsx'

interface SplitDialogProps {
  readonly code: CountedCode
  readonly codes: readonly CountedCode[]
  readonly onClose: () => void
}

type Stage = 'names' | 'sort' | 'review'
type Pair<Value> = readonly [Value, Value]

/** Divides a code's codings between two: names them, goes through the codings one by one, then does it in one step. */
export function SplitDialog({ code, codes, onClose }: SplitDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const [stage, setStage] = useState<Stage>('names')
  const [names, setNames] = useState<Pair<string>>([code.name, ''])
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [retires, setRetires] = useState(true)
  const [isWorking, setWorking] = useState(false)
  const { value } = useRead('codes.passages', { id: code.id, limit: 20_000, ...asCoder() }, { mayVanish: true })
  const passages = value?.passages ?? []
  const parts = [partOf(names[0], code, codes), partOf(names[1], code, codes)] as const
  const [first, second] = parts
  const isUnused = value !== null && passages.length === 0
  const isNamed = first !== null && second !== null && JSON.stringify(first) !== JSON.stringify(second)
  const divides = parts.every((part) => part?.kind !== 'code' || part.id !== code.id)
  const leaving = leavingOf(decisions, parts, code)

  const split = async () => {
    if (first === null || second === null) return
    setWorking(true)
    const done = await ask('codes.split', {
      id: code.id,
      parts: [first, second],
      decisions: [...decisions].map(([codingId, part]) => ({ codingId, part })),
      retire: divides && retires,
      ...asCoder(),
    })
    setWorking(false)
    if (done === null) return
    onClose()
    goBackToTree()
    announce(t('codes.wasSplit', { name: code.name, first: names[0].trim(), second: names[1].trim() }), {
      canUndo: true,
    })
  }

  const back = { names: onClose, sort: () => setStage('names'), review: () => setStage('sort') }[stage]
  const next = { names: () => setStage('sort'), sort: () => setStage('review'), review: () => void split() }[stage]
  const isReady = {
    // While its codings are still being read one may go on to them.
    names: isNamed && !isUnused,
    sort: decisions.size > 0,
    review: decisions.size > 0 && !isWorking,
  }[stage]
  return (
    <Dialog
      title={t('codes.splitTitle', { name: code.name })}
      isOpen
      isWide
      onClose={onClose}
      {...(stage === 'names' && { onSubmit: () => isReady && next() })}
      actions={
        <>
          <Button onPress={back}>{stage === 'names' ? tCommon('actions.cancel') : t('codes.back')}</Button>
          {stage === 'names' ? (
            <Button variant="primary" type="submit" isDisabled={!isReady}>
              {t('codes.goThrough')}
            </Button>
          ) : (
            <Button variant="primary" isDisabled={!isReady} onPress={next}>
              {t(stage === 'sort' ? 'codes.review' : 'codes.split')}
            </Button>
          )}
        </>
      }
    >
      {stage === 'names' && <Names names={names} onNames={setNames} parts={parts} code={code} codes={codes} />}
      {stage !== 'review' && isUnused && <p>{t('codes.nothingToSplit')}</p>}
      {stage === 'sort' && passages.length > 0 && (
        <SplitSorter
          names={[names[0].trim(), names[1].trim()]}
          stays={code.name}
          passages={passages}
          decisions={decisions}
          onDecide={setDecisions}
          onEnd={() => setStage('review')}
        />
      )}
      {stage === 'review' && (
        <div ref={takeFocus} tabIndex={-1} className="codes-review">
          <Counts names={names} decisions={decisions} passages={passages} stays={code.name} />
          <ImpactList
            question={{ kind: 'split', ids: [code.id], codings: [...leaving], ...asCoder() }}
            hiddenNote={t('codes.impact.hiddenSplit', { name: code.name })}
          />
          {divides && (
            <Checkbox isSelected={retires} onChange={setRetires}>
              {t('codes.splitRetires', { name: code.name })}
            </Checkbox>
          )}
          <WorkProgress name="codes.split" />
        </div>
      )}
    </Dialog>
  )
}

/** Keeps the keyboard in the dialog when what it was on is gone: on what has taken its place. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

/** What a typed name stands for: the divided code itself, another that is there, or a new one: beside it, or by a path. */
function partOf(name: string, code: CountedCode, codes: readonly CountedCode[]): SplitPart | null {
  const typed = name.trim()
  if (typed === '') return null
  if (typed === code.name) return { kind: 'code', id: code.id }
  const found = resolveLabel(codes, typed)
  return found.kind === 'found' ? { kind: 'code', id: found.code.id } : { kind: 'new', name: typed }
}

/** The codings that get another code than they have. */
function leavingOf(decisions: Decisions, parts: Pair<SplitPart | null>, code: CountedCode): readonly CodingId[] {
  return [...decisions].flatMap(([codingId, part]) => {
    const chosen = parts[part]
    return chosen?.kind === 'code' && chosen.id === code.id ? [] : [codingId]
  })
}

interface NamesProps {
  readonly names: Pair<string>
  readonly onNames: (names: Pair<string>) => void
  readonly parts: Pair<SplitPart | null>
  readonly code: CountedCode
  readonly codes: readonly CountedCode[]
}

function Names({ names, onNames, parts, code, codes }: NamesProps) {
  const { t } = useTranslation('codebook')
  const codebook = codebookOf(codes)
  const paths = codes.filter(({ retired }) => !retired).map(({ id }) => pathOf(codebook, id).join(PATH_SEPARATOR))
  const hintOf = (part: SplitPart | null) => {
    if (part === null) return t('codes.partHint')
    if (part.kind === 'new') {
      const path = parsePath(part.name)
      return path.length > 1 ? t('codes.partNewPath', { path: path.join(PATH_SEPARATOR) }) : t('codes.partNew')
    }
    if (part.id === code.id) return t('codes.partItself')
    return t('codes.partKnown', { path: pathOf(codebook, part.id).join(PATH_SEPARATOR) })
  }
  return (
    <>
      <p className="muted">{t('codes.splitAdvice')}</p>
      <TextField
        label={t('codes.firstPart')}
        value={names[0]}
        onChange={(value) => onNames([value, names[1]])}
        hint={hintOf(parts[0])}
        suggestions={paths}
      />
      <TextField
        label={t('codes.secondPart')}
        value={names[1]}
        onChange={(value) => onNames([names[0], value])}
        hint={hintOf(parts[1])}
        suggestions={paths}
        takesFocus
      />
    </>
  )
}

interface CountsProps {
  readonly names: Pair<string>
  readonly decisions: Decisions
  readonly passages: readonly CodedPassage[]
  readonly stays: string
}

function Counts({ names, decisions, passages, stays }: CountsProps) {
  const { t } = useTranslation('codebook')
  const chosen = [...decisions.values()]
  const rows = [
    ...names.map((name, part) => [name.trim(), chosen.filter((one) => one === part).length] as const),
    [t('codes.undecided', { name: stays }), passages.length - decisions.size] as const,
  ]
  return (
    <dl className="codes-split-counts figures">
      {rows.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{t('codes.codingsCount', { count })}</dd>
        </div>
      ))}
    </dl>
  )
}
