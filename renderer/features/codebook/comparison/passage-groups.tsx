import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedCoding, ComparedGroup } from '../../../../app/contract/comparison.ts'
import type { CodeId, CodingId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { placeOf } from '../../../components/passage-quote.tsx'
import { isTyping } from '../../../keyboard.ts'
import { announce } from '../../../session.ts'
import { CodePicker } from '../../../components/code-picker.tsx'
import { PassageCard } from './passage-card.tsx'
import { addCode, recode, remove } from './recoding.ts'
import type { KnownCodes } from '../../../components/known-codes.ts'

interface PassageGroupsProps {
  readonly groups: readonly ComparedGroup[]
  readonly codes: KnownCodes
  readonly saysCode: boolean
  /** What a group is called; null where there is one only. */
  readonly titleOf: ((group: ComparedGroup) => string) | null
}

interface Place {
  readonly group: number
  readonly index: number
}

const FIRST: Place = { group: 0, index: 0 }

/**
 * Codings as cards, groups side by side. Arrow keys go from card to card (left and right from group to group), Space
 * chooses, R recodes, A adds a code, X removes, Enter opens the place. The chosen ones are meant, else the card in hand.
 */
export function PassageGroups({ groups, codes, saysCode, titleOf }: PassageGroupsProps) {
  const { t } = useTranslation('comparison')
  const [place, setPlace] = useState(FIRST)
  const [chosenIds, setChosenIds] = useState<ReadonlySet<CodingId>>(new Set())
  const [picking, setPicking] = useState<'recode' | 'add' | null>(null)
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
  const begin = (what: 'recode' | 'add' | 'remove') => {
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
  const go = (group: number, index: number) => {
    const to = near(groups, { group, index })
    setPlace(to)
    cardAt(root.current, groups[to.group]?.shown[to.index]?.id)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const onCard = event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const { group, index } = current
    const sideways = (step: -1 | 1) => (groups.length === 1 ? go(group, index + step) : go(group + step, index))
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(group, index + 1),
      ArrowUp: () => go(group, index - 1),
      ArrowRight: () => sideways(1),
      ArrowLeft: () => sideways(-1),
      Home: () => go(group, 0),
      End: () => go(group, Number.MAX_SAFE_INTEGER),
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
            <section
              key={group.value ?? 'none'}
              className="codebook-group"
              {...(titleOf && { 'aria-label': titleOf(group) })}
            >
              {titleOf !== null && (
                <header>
                  <h3>{titleOf(group)}</h3>
                  <p className="muted small figures">
                    {t('groups.n', {
                      codings: t('basis.codings', { count: group.codings }),
                      transcripts: t('basis.transcripts', { count: group.transcripts }),
                      participants: t('basis.participants', { count: group.participants }),
                    })}
                  </p>
                </header>
              )}
              {group.shown.length === 0 ? (
                <p className="muted">{group.codings === 0 ? t('groups.none') : t('groups.noneHere')}</p>
              ) : (
                <div
                  role="feed"
                  aria-label={titleOf === null ? t('cards.label') : titleOf(group)}
                  className="codebook-cards"
                >
                  {group.shown.map((coding, index) => (
                    <PassageCard
                      key={coding.id}
                      coding={coding}
                      codes={codes}
                      saysCode={saysCode}
                      position={index + 1}
                      size={group.shown.length}
                      isCurrent={current.group === at && current.index === index}
                      isChosen={chosenIds.has(coding.id)}
                      onChoose={(isChosen) => choose(coding.id, isChosen)}
                    />
                  ))}
                </div>
              )}
            </section>
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

interface CardToolsProps {
  readonly count: number
  readonly all: readonly ComparedCoding[]
  readonly onChooseAll: (ids: ReadonlySet<CodingId>) => void
  readonly onBegin: (what: 'recode' | 'add' | 'remove') => void
}

function CardTools({ count, all, onChooseAll, onBegin }: CardToolsProps) {
  const { t } = useTranslation('comparison')
  const own = all.filter(({ isOpen }) => isOpen)
  return (
    <div className="row codebook-card-tools">
      <Button shortcut="R" onPress={() => onBegin('recode')}>
        {t('cards.recode')}
      </Button>
      <Button shortcut="A" onPress={() => onBegin('add')}>
        {t('cards.add')}
      </Button>
      <Button shortcut="X" onPress={() => onBegin('remove')}>
        {t('cards.remove')}
      </Button>
      {own.length > 0 && (
        <Button variant="quiet" onPress={() => onChooseAll(count === 0 ? new Set(own.map(({ id }) => id)) : new Set())}>
          {count === 0 ? t('cards.chooseAll', { count: own.length }) : t('cards.chooseNone')}
        </Button>
      )}
      <span className="muted small" aria-live="polite">
        {count === 0 ? t('cards.hint') : t('cards.count', { count })}
      </span>
    </div>
  )
}

/** The card there, or the nearest there is. */
function near(groups: readonly ComparedGroup[], { group, index }: Place): Place {
  const at = Math.max(0, Math.min(group, groups.length - 1))
  const length = groups[at]?.shown.length ?? 0
  const filled = length > 0 ? at : groups.findIndex(({ shown }) => shown.length > 0)
  if (filled === -1) return FIRST
  const last = (groups[filled]?.shown.length ?? 1) - 1
  return { group: filled, index: Math.max(0, Math.min(index, last)) }
}

function placeOfCard(groups: readonly ComparedGroup[], id: string | undefined): Place | null {
  for (const [group, { shown }] of groups.entries()) {
    const index = shown.findIndex((coding) => coding.id === id)
    if (index !== -1) return { group, index }
  }
  return null
}

function cardAt(root: HTMLElement | null, id: CodingId | undefined): HTMLElement | null {
  return id === undefined ? null : (root?.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? null)
}
