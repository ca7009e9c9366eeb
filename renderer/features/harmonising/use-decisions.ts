import { useTranslation } from 'react-i18next'
import type { RoundId } from '../../../domain/ids.ts'
import { stepName } from '../../i18n/procedure-name.ts'
import { announce, ask, undo, useSession } from '../../session.ts'
import type { Pair } from './pairs.ts'

export type DecisionCommand = 'map' | 'merge' | 'refuse' | 'withdraw' | 'swap' | 'undo' | 'mapAll'

/** Takes decisions about pairs of a round and says what was decided. `goOn` is called before the pair leaves the list. */
export function useDecisions(roundId: RoundId, goOn: () => void) {
  const { t } = useTranslation('harmonising')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const who = { roundId, ...(coderId !== null && { coderId }) }
  const namesOf = ({ name, otherName }: Pair) => ({ code: name, other: otherName })
  return {
    decide: async (kind: 'map' | 'refuse', pair: Pair) => {
      const done = await ask(`harmonising.${kind}`, { ...who, codeId: pair.code, otherId: pair.other })
      if (done === null) return
      goOn()
      announce(t(kind === 'map' ? 'decide.mapped' : 'decide.refused', namesOf(pair)), { canUndo: true })
    },
    mapAll: async (pairs: readonly Pair[]) => {
      const input = { ...who, pairs: pairs.map(({ code, other }) => ({ codeId: code, otherId: other })) }
      const done = await ask('harmonising.mapAll', input)
      if (done !== null) announce(t('same.done', { count: done.mapped }), { canUndo: true })
    },
    merge: async (pair: Pair) => {
      const done = await ask('harmonising.merge', { ...who, codeId: pair.code, otherId: pair.other })
      if (done === null) return
      goOn()
      announce(t('decide.merged', namesOf(pair)), { canUndo: true })
    },
    withdraw: async (pair: Pair) => {
      if (pair.decision === null || pair.decision.kind === 'merge') return
      const done = await ask('harmonising.withdraw', { ...who, decisionId: pair.decision.id })
      if (done !== null) announce(t('decide.withdrawn', namesOf(pair)), { canUndo: true })
    },
    undo: async () => {
      const step = await undo()
      if (step !== null) announce(common('frame.undone', { action: stepName(common, step) }))
    },
  }
}
