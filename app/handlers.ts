import type { CoderId, RoundId } from '../domain/ids.ts'
import { maySee, type Coder, type Round } from '../domain/coding.ts'
import { AxialError } from '../domain/errors.ts'
import { plainName } from '../domain/text/plain-name.ts'
import type { Term } from '../domain/terms.ts'
import type { Pass } from '../db/codings.ts'
import type { Output, ParsedInput, ProcedureName } from './contract.ts'
import type { OpenStudy } from './study/open-study.ts'
import type { Task } from './task.ts'

/** What a service gives for a procedure that works on the open study. */
export type Handler<Name extends ProcedureName> = (
  study: OpenStudy,
  input: ParsedInput<Name>,
  task: Task,
) => Output<Name> | Promise<Output<Name>>

export type Handlers<Names extends ProcedureName> = { readonly [Name in Names]: Handler<Name> }

/** The names of the procedures whose names begin so: `codings.` */
export type Under<Prefix extends string> = Extract<ProcedureName, `${Prefix}.${string}`>

/** Tells whether the viewer may see what a coder did in a round. Without a viewer everything is seen. */
export function visibility(
  study: OpenStudy,
  viewerId: CoderId | undefined,
): (coder: CoderId, round: RoundId) => boolean {
  if (viewerId === undefined) return () => true
  const viewer: Coder = study.coder(viewerId)
  const rounds = new Map<RoundId, Round>(study.read.people.rounds().map((round) => [round.id, round]))
  return (coder, roundId) => {
    const round = rounds.get(roundId)
    return round !== undefined && maySee(viewer, coder, round)
  }
}

/** The passes whose codings the viewer may see, every one without a viewer: for what is counted in the database. */
export function visiblePasses(study: OpenStudy, viewerId: CoderId | undefined): readonly Pass[] {
  const sees = visibility(study, viewerId)
  const { people } = study.read
  const rounds = people.rounds()
  return people
    .coders()
    .flatMap((coder) => rounds.map((round) => ({ coderId: coder.id, roundId: round.id })))
    .filter((pass) => sees(pass.coderId, pass.roundId))
}

/** A name as a person typed it, plain: the same letters typed on two systems are one name. @throws AxialError name-empty */
export function requireName(what: Term, name: string): string {
  const plain = plainName(name)
  if (plain === '') throw new AxialError('name-empty', { what })
  return plain
}
