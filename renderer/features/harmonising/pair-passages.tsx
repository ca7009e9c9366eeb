import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { RoundId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { PassageQuote } from '../../components/passage-quote.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import type { Pair } from './pairs.ts'

type Turn = Output<'harmonising.passages'>['turns'][number]
type Coded = Turn['code'][number]

/** Turns shown at first, and more each time. */
const PAGE = 20

interface PairPassagesProps {
  readonly roundId: RoundId
  readonly pair: Pair
}

/** Where both codes were put, side by side: the turns with both, then those with one of them. */
export function PairPassages({ roundId, pair }: PairPassagesProps) {
  const { t } = useTranslation('harmonising')
  const [limit, setLimit] = useState(PAGE)
  const coderId = useSession((session) => session.coderId)
  const { value } = useRead(
    'harmonising.passages',
    { roundId, codeId: pair.code, otherId: pair.other, limit, ...(coderId !== null && { coderId }) },
    { mayVanish: true },
  )
  if (value === null) return null
  const both = value.turns.filter(({ code, other }) => code.length > 0 && other.length > 0)
  const apart = value.turns.filter((turn) => !both.includes(turn))
  const hidden = value.total - value.turns.length
  return (
    <>
      <section className="harmonising-turns" aria-label={t('detail.both', { n: both.length })}>
        <h3>{both.length === 0 ? t('detail.neither') : t('detail.both', { n: both.length })}</h3>
        {both.map((turn) => (
          <SharedTurn key={`${turn.transcript} ${String(turn.turn)}`} turn={turn} pair={pair} />
        ))}
      </section>
      {apart.length > 0 && (
        <section className="harmonising-turns" aria-label={t('detail.apart', { n: apart.length + hidden })}>
          <h3>{t('detail.apart', { n: apart.length + hidden })}</h3>
          <div className="harmonising-sides">
            <Side name={pair.name} colour={pair.evidence?.code.colour} codings={apart.flatMap(({ code }) => code)} />
            <Side
              name={pair.otherName}
              colour={pair.evidence?.other.colour}
              codings={apart.flatMap(({ other }) => other)}
            />
          </div>
        </section>
      )}
      {hidden > 0 && (
        <Button onPress={() => setLimit(limit + PAGE)}>{t('detail.more', { count: Math.min(PAGE, hidden) })}</Button>
      )}
    </>
  )
}

/** One turn with both codes. Where the same words were coded they stand once, and who named them how beneath. */
function SharedTurn({ turn, pair }: { readonly turn: Turn; readonly pair: Pair }) {
  const { t } = useTranslation('harmonising')
  const codings = [...turn.code, ...turn.other]
  const [first] = codings
  const isSame =
    first !== undefined &&
    codings.every(({ passage }) => passage.start === first.passage.start && passage.end === first.passage.end)
  const sides = [
    { name: pair.name, colour: pair.evidence?.code.colour, codings: turn.code },
    { name: pair.otherName, colour: pair.evidence?.other.colour, codings: turn.other },
  ]
  return (
    <article className="harmonising-turn">
      <Around said={turn.previous} place="saidBefore" />
      {!turn.isShared && <span className="tag">{t('detail.oneCoder')}</span>}
      {isSame ? (
        <>
          <PassageQuote passage={first.passage} />
          <div className="harmonising-sides">
            {sides.map(({ name, colour, codings: own }) => (
              <p key={name} className="small">
                <CodeLabel name={name} colour={colour} /> <Coders codings={own} />
              </p>
            ))}
          </div>
        </>
      ) : (
        <div className="harmonising-sides">
          {sides.map(({ name, colour, codings: own }) => (
            <Side key={name} name={name} colour={colour} codings={own} />
          ))}
        </div>
      )}
      <Around said={turn.next} place="saidAfter" />
    </article>
  )
}

/** What was said just before, or after, a turn. */
function Around({ said, place }: { readonly said: Turn['previous']; readonly place: 'saidBefore' | 'saidAfter' }) {
  const { t } = useTranslation('harmonising')
  if (said === null) return null
  const { speaker, words } = said
  return (
    <p className="small muted harmonising-around">
      {t(`detail.${place}`, { said: speaker === null ? words : t('detail.said', { speaker, words }) })}
    </p>
  )
}

interface SideProps {
  readonly name: string
  readonly colour: number | undefined
  readonly codings: readonly Coded[]
}

function Side({ name, colour, codings }: SideProps) {
  const { t } = useTranslation('harmonising')
  return (
    <div className="harmonising-side">
      <p className="small">
        <CodeLabel name={name} colour={colour} />
      </p>
      {codings.length === 0 && <p className="small muted">{t('detail.none')}</p>}
      {codings.map((coded) => (
        <div
          key={`${coded.coder} ${coded.passage.transcriptId} ${String(coded.passage.start)} ${String(coded.passage.end)}`}
        >
          <p className="small muted">
            <Coders codings={[coded]} />
          </p>
          <PassageQuote passage={coded.passage} />
        </div>
      ))}
    </div>
  )
}

function CodeLabel({ name, colour }: { readonly name: string; readonly colour: number | undefined }) {
  return (
    <span className="harmonising-name">
      {colour !== undefined && <span className={`swatch code-colour-${String(colour)}`} aria-hidden />}
      <strong>{name}</strong>
    </span>
  )
}

function Coders({ codings }: { readonly codings: readonly Coded[] }) {
  const { t } = useTranslation('harmonising')
  const format = useFormat()
  return format.list([...new Set(codings.map(({ coder, round }) => t('detail.inRound', { coder, round })))])
}
