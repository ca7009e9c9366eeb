import type { Aggregates } from '../../db/aggregates.ts'
import { mayCode, type Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, RoundId } from '../../domain/ids.ts'
import type { PacketHeader } from '../../formats/packet/seal.ts'
import type { OpenStudy } from '../study/open-study.ts'

/** @throws AxialError packet-other-study */
export function requireThisStudy(rows: Aggregates, name: string, header: PacketHeader): void {
  if (header.study !== rows.packets.study().id) throw new AxialError('packet-other-study', { name })
}

/** @throws AxialError not-found */
export function requireRound(rows: Aggregates, id: RoundId): Round {
  const round = rows.people.rounds().find((one) => one.id === id)
  if (round === undefined) throw new AxialError('not-found', { what: 'round', name: id })
  return round
}

/** @throws AxialError not-found, or round-finished where nothing comes into the round any more */
export function requireUnfinished(rows: Aggregates, id: RoundId): Round {
  const round = requireRound(rows, id)
  if (!mayCode(round)) throw new AxialError('round-finished', { name: round.name })
  return round
}

/** What is in packets is for a moderator to see first, and for whoever holds the file. */
export function requireModerator(study: OpenStudy, coderId: CoderId | undefined): void {
  if (coderId !== undefined && study.coder(coderId).kind !== 'moderator') throw new AxialError('moderator-only')
}
