import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedGroup } from '../../../../app/contract/comparison.ts'
import type { CodeId, CodingId } from '../../../../domain/ids.ts'
import { placeOf } from '../../../components/passage-quote.tsx'
import { isTyping } from '../../../keyboard.ts'
import { announce } from '../../../session.ts'
import { CodePicker } from '../../../components/code-picker.tsx'
import { beside, FIRST, near, placeOfCard, type Place } from './card-place.ts'
import { CardTools, type Recoding } from './card-tools.tsx'
import { PassageGroup } from './passage-group.tsx'
import { addCode, recode, remove } from './recoding.ts'
import type { KnownCodes } from '../../../components/known-codes.ts'

interface PassageGroupsProps {
  readonly groups: readonly ComparedGroup[]
  readonly codes: KnownCodes
  readonly saysCode: boolean
  /** What a group is called; null where there is one only. */
  readonly titleOf: ((group: ComparedGroup) => string) | null
}

/**
 * Codings as cards, groups side by side. Arrow keys go from card to card (left and right from group to group), Space
 * chooses, R recodes, A adds a code, X removes, Enter opens the place. The chosen ones are meant, else the card in hand.
 */
export function PassageGroups({ groups, codes, saysCode, titleOf }: PassageGroupsProps) {
  const { t } = useTranslation('comparison')
  const [place, setPlace] = useState(FIRST)
  const [chosenIds, setChosenIds] = useState<ReadonlySet<CodingId>>(new Set())
  const [picking, setPicking] = useState<Exclude<Recoding, 'remove'> | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const isHeld = useRef(false)

  const current = near(groups, place)
  const all = groups.flatMap(({ shown }) => shown)
  const chosen = all.filter(({ id }) => chosenIds.has(id))
  const inHand = groups[current.group]?.shown[current.index]
  const meant = chosen.length > 0 ? chosen : inHand === undefined ? [] : [inHand]
  const changeable = meant.filter(({ isOpen }) => isOpen)

  // A card that was recoded or removed takes the focus with it: the one in its place gets it.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (isHeld.current && lost && picking === null) cardAt(root.current, inHand?.id)?.focus()
  }, [inHand?.id, picking])

  const choose = (id: CodingId, isChosen: boolean) => {
    const ids = new Set(chosenIds)
    if (isChosen) ids.add(id)
    else ids.delete(id)
    setChosenIds(ids)
  }
  const done = (text: string) => {
    setChosenIds(new Set())
    announce(text, { canUndo: true })
  }
  const begin = (what: Recoding) => {
    if (what !== 'add' && changeable.length === 0) announce(t('cards.notYours'))
    else if (what === 'remove') {
      void remove(changeable).then((result) => result && done(t('cards.removed', { count: changeable.length })))
    } else setPicking(what)
  }
  const pick = (codeId: CodeId) => {
    const name = codes.labelOf(codeId)
    if (picking === 'add') {
      void addCode(meant, codeId).then((result) => result && done(t('cards.added', { count: result.added, name })))
    } else {
      void recode(changeable, codeId).then(
        (result) => result && done(t('cards.recoded', { count: result.changed, name })),
      )
    }
  }
  const go = (to: Place) => {
    setPlace(to)
    cardAt(root.current, groups[to.group]?.shown[to.index]?.id)?.focus()
  }
  const goTo = (index: number) => go(near(groups, { ...current, index }))
  const onKeyDown = (event: KeyboardEvent) => {
    const onCard = event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const { index } = current
    const sideways = (step: -1 | 1) => (groups.length === 1 ? goTo(index + step) : go(beside(groups, current, step)))
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(index + 1),
      ArrowUp: () => goTo(index - 1),
      ArrowRight: () => sideways(1),
      ArrowLeft: () => sideways(-1),
      Home: () => goTo(0),
      End: () => goTo(Number.MAX_SAFE_INTEGER),
      r: () => begin('recode'),
      a: () => begin('add'),
      x: () => begin('remove'),
      Escape: () => setChosenIds(new Set()),
      ...(onCard && {
        Enter: () => {
          if (inHand !== undefined) window.location.hash = placeOf(inHand.passage)
        },
        ' ': () => {
          if (inHand?.isOpen === true) choose(inHand.id, !chosenIds.has(inHand.id))
        },
      }),
    }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }

  return (
    <>
      <div
        ref={root}
        role="presentation"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          isHeld.current = true
          const to = placeOfCard(groups, target.closest<HTMLElement>('[data-card]')?.dataset['card'])
          if (to !== null) setPlace(to)
        }}
        onBlur={({ relatedTarget }) => {
          // Focus that falls on nothing is one of ours that went away.
          if (relatedTarget !== null) isHeld.current = false
        }}
      >
        <CardTools count={chosen.length} all={all} onChooseAll={setChosenIds} onBegin={begin} />
        <div className={titleOf === null ? undefined : 'codebook-groups'}>
          {groups.map((group, at) => (
            <PassageGroup
              key={group.value ?? 'none'}
              group={group}
              title={titleOf?.(group) ?? null}
              codes={codes}
              saysCode={saysCode}
              current={current.group === at ? current.index : null}
              chosenIds={chosenIds}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
      {/* Beside the cards, or what is typed in it would be keys of theirs. */}
      {picking !== null && codes.codes !== null && (
        <CodePicker
          title={
            picking === 'add'
              ? t('picker.add', { count: meant.length })
              : t('picker.recode', { count: changeable.length })
          }
          codes={codes.codes.filter((code) => !code.retired)}
          onPick={pick}
          onClose={() => setPicking(null)}
        />
      )}
    </>
  )
}

function cardAt(root: HTMLElement | null, id: CodingId | undefined): HTMLElement | null {
  return id === undefined ? null : (root?.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? null)
}
