import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundId } from '../../../domain/ids.ts'
import { isTyping } from '../../keyboard.ts'
import { hashOf, routeOf, useRoute } from '../../navigation.ts'
import { useCoder } from '../../session.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { MergePairDialog } from './merge-pair-dialog.tsx'
import { PairDetail } from './pair-detail.tsx'
import { focusPair, PairList } from './pair-list.tsx'
import { keyOf, nextAfter, swapped, type Pair } from './pairs.ts'
import { SameNamesBar, SameNamesDialog } from './same-names.tsx'
import { useDecisions, type DecisionCommand } from './use-decisions.ts'

interface PairWorkspaceProps {
  readonly roundId: RoundId
  readonly open: readonly Pair[]
  readonly decided: readonly Pair[]
}

const KEYS: Readonly<Record<string, DecisionCommand>> = {
  m: 'map',
  g: 'merge',
  r: 'refuse',
  w: 'withdraw',
  s: 'swap',
  u: 'undo',
  a: 'mapAll',
}

/** The figures of the round, the pairs, and the one that is chosen, which keys decide. */
export function PairWorkspace({ roundId, open, decided }: PairWorkspaceProps) {
  const { t } = useTranslation('harmonising')
  const { args } = useRoute()
  const coder = useCoder()
  const [swaps, setSwaps] = useState<ReadonlySet<string>>(new Set())
  const [isMerging, setMerging] = useState(false)
  const [isMappingAll, setMappingAll] = useState(false)
  const alike = open.filter(({ evidence }) => evidence?.isSameName === true)
  const all = [...open, ...decided]
  const asked = all.find(({ key }) => key === keyOf(args[1] ?? '', args[2] ?? ''))
  const found = asked ?? all[0]
  const pair = found !== undefined && swaps.has(found.key) ? swapped(found) : found
  const mayDecide = coder?.kind === 'moderator'
  const choose = (key: string | null) =>
    show(
      roundId,
      all.find((one) => one.key === key),
    )
  const goOn = () => {
    if (pair?.decision === null) choose(nextAfter(open, pair.key))
  }
  const decisions = useDecisions(roundId, goOn)
  const run = (command: DecisionCommand) => {
    if (command === 'undo') return void decisions.undo()
    if (pair === undefined || !mayDecide) return undefined
    if (command === 'mapAll') return alike.length === 0 ? undefined : setMappingAll(true)
    const isGone = pair.evidence === null || pair.decision?.kind === 'merge'
    if (command === 'withdraw') return void decisions.withdraw(pair)
    if (isGone) return undefined
    switch (command) {
      case 'swap':
        return setSwaps(
          new Set(swaps.has(pair.key) ? [...swaps].filter((key) => key !== pair.key) : [...swaps, pair.key]),
        )
      case 'merge':
        return setMerging(true)
      case 'map':
      case 'refuse':
        return void decisions.decide(command, pair)
    }
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isArrow(event) && isNowhere(event.target)) {
      event.preventDefault()
      focusPair(pair?.key ?? null)
      return
    }
    const command = KEYS[event.key]
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (command === undefined || !isPlain || !isHere(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) run(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    // Before the list takes a letter for the beginning of a name.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
  return (
    <div className="harmonising">
      <FiguresPanel roundId={roundId} />
      {alike.length > 0 && (
        <SameNamesBar count={alike.length} mayDecide={mayDecide} onAsk={() => setMappingAll(true)} />
      )}
      <div className="harmonising-panes">
        <PairList
          open={open}
          decided={decided}
          chosen={pair?.key ?? null}
          onChoose={choose}
          isCovered={isMerging || isMappingAll}
        />
        {pair === undefined ? (
          <p className="harmonising-none muted">{t('detail.choose')}</p>
        ) : (
          <PairDetail key={pair.key} roundId={roundId} pair={pair} mayDecide={mayDecide} onRun={run} />
        )}
      </div>
      {isMappingAll && (
        <SameNamesDialog
          pairs={alike}
          onClose={() => setMappingAll(false)}
          onMap={async (pairs) => {
            await decisions.mapAll(pairs)
            setMappingAll(false)
          }}
        />
      )}
      {isMerging && pair !== undefined && (
        <MergePairDialog
          pair={pair}
          onClose={() => setMerging(false)}
          onMerge={async () => {
            await decisions.merge(pair)
            setMerging(false)
          }}
        />
      )}
    </div>
  )
}

function isArrow({ key }: KeyboardEvent): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp'
}

/** On the heading, as one comes to the screen, or on nothing. */
function isNowhere(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.id === 'page-heading')
}

/** Whether a key that is pressed there is this screen's: single letters are, while the focus is on its pairs. */
function isHere(target: EventTarget | null): boolean {
  if (isTyping(target) || document.querySelector('[role=dialog]') !== null) return false
  return target instanceof Element && target.closest('.harmonising-panes') !== null
}

/** Shows a pair, in the address too, without a step back for each pair that was passed. */
function show(roundId: RoundId, pair: Pair | undefined): void {
  const hash = hashOf('harmonising', roundId, ...(pair === undefined ? [] : [pair.code, pair.other]))
  window.history.replaceState(null, '', hash)
  useRoute.setState(routeOf(hash))
}
