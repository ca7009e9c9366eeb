import { countOverlapped, type Coder, type Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId } from '../../domain/ids.ts'
import { nextStepOf } from '../../domain/progress.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { requireName, visibility, visiblePasses, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from './open-study.ts'

type Names = Under<'study'> | Under<'coders'> | Under<'rounds'>

export const studyHandlers: Handlers<Names> = {
  'study.info': (study, { coderId }) => describeStudy(study, coderId),
  'study.rename': (study, { title, coderId }) => {
    const name = requireName('study', title)
    study.act({ action: 'study.rename', detail: name, coderId }, () => study.write.rename(name))
    return {}
  },
  'study.progress': (study, { coderId }) => measureProgress(study, coderId),

  'coders.list': (study) => [...study.read.people.coders()],
  'coders.create': (study, input) => addCoder(study, input),
  'rounds.list': (study) => [...study.read.people.rounds()],
  'rounds.create': (study, input) => addRound(study, input),
  'rounds.open': (study, { roundId, coderId, without }) => {
    if (study.coder(coderId).kind !== 'moderator') throw new AxialError('moderator-only')
    const round = study.read.people.rounds().find((candidate) => candidate.id === roundId)
    if (round === undefined) throw new AxialError('not-found', { what: 'round', name: roundId })
    const why = without.trim()
    const isWithout = hasUnmerged(study, round)
    if (isWithout && why === '') throw new AxialError('packets-unmerged', { name: round.name })
    // Taken back, it would say that a round is blind whose codings have been seen.
    const detail = isWithout ? `${round.name}: ${why}` : round.name
    const action = { action: 'rounds.open', detail, coderId, isFinal: true }
    study.act(action, () => study.write.people.openRound(roundId))
    return { ...round, state: 'open' as const }
  },
}

/** Whether packets came in that are not merged: into a finished round nothing comes any more. */
function hasUnmerged(study: OpenStudy, round: Round): boolean {
  return study.read.packets
    .all()
    .some(({ roundId, state }) => roundId === round.id && (state === 'sealed' || state === 'opened'))
}

function describeStudy(study: OpenStudy, viewerId: CoderId | undefined): Output<'study.info'> {
  const { people, transcripts, codes, codings, catalog, surveys } = study.read
  return {
    title: study.read.title(),
    ...transcripts.totals(),
    participants: people.countParticipants(),
    coders: people.coders().length,
    codes: codes.all().length,
    codings: codings.count(visiblePasses(study, viewerId)),
    ...catalog.totals(),
    surveys: surveys.all().map(({ id, name }) => ({
      name,
      respondents: surveys.respondents(id).length,
      items: surveys.items(id).length,
    })),
    encrypted: study.encrypted,
  }
}

function measureProgress(study: OpenStudy, viewerId: CoderId): Output<'study.progress'> {
  const { people, transcripts, codes, codings, catalog, surveys } = study.read
  const sees = visibility(study, viewerId)
  const coders = new Map(people.coders().map((coder) => [coder.id, coder]))
  const rounds = new Map(people.rounds().map((round) => [round.id, round]))
  const passes = Map.groupBy(
    people.assignments().filter((pass) => sees(pass.coderId, pass.roundId)),
    (pass) => pass.transcriptId,
  )
  const independentCoders = new Set<CoderId>()
  let moderatedCodings = 0
  const listed = transcripts.all().map((transcript) => {
    const turns = transcripts.turnSpans(transcript.revisionId)
    const places = Map.groupBy(codings.placesIn(transcript.id), ({ coderId, roundId }) => `${coderId} ${roundId}`)
    const coded = (passes.get(transcript.id) ?? []).map(({ coderId, roundId }) => {
      const made = places.get(`${coderId} ${roundId}`) ?? []
      const round = rounds.get(roundId)
      if (round?.kind === 'moderated') moderatedCodings += made.length
      else if (made.length > 0) independentCoders.add(coderId)
      return {
        coder: coders.get(coderId)?.name ?? '',
        round: round?.name ?? '',
        turns: countOverlapped(turns, made),
        codings: made.length,
      }
    })
    return { id: transcript.id, name: transcript.name, turns: transcript.turns, coded }
  })
  const isModerator = coders.get(viewerId)?.kind === 'moderator'
  const nextStep = nextStepOf({
    transcripts: listed.length,
    codes: codes.all().length,
    coders: people.coders().filter(({ kind }) => kind === 'coder').length,
    independentCoders: independentCoders.size,
    moderatedCodings,
    catalogEntries: catalog.totals().mismatches + catalog.qualityIssues().length,
    surveys: surveys.all().length,
    blindRounds: isModerator ? [...rounds.values()].filter(({ state }) => state === 'blind').length : 0,
  })
  return { transcripts: listed, nextStep }
}

function addCoder(study: OpenStudy, { name: given, kind, coderId }: ParsedInput<'coders.create'>): Coder {
  const name = requireName('coder', given)
  if (study.read.people.coders().some((coder) => coder.name === name)) {
    throw new AxialError('name-taken', { what: 'coder', name })
  }
  const coder: Coder = { id: study.newId('coder'), name, kind }
  study.act({ action: 'coders.create', detail: name, coderId }, () => study.write.people.addCoder(coder))
  return coder
}

function addRound(study: OpenStudy, { name: given, kind, coderId }: ParsedInput<'rounds.create'>): Round {
  const name = requireName('round', given)
  const rounds = study.read.people.rounds()
  if (rounds.some((round) => round.name === name)) throw new AxialError('name-taken', { what: 'round', name })
  const number = Math.max(0, ...rounds.map((round) => round.number)) + 1
  const round: Round = {
    id: study.newId('round'),
    name,
    number,
    kind,
    state: kind === 'moderated' ? 'open' : 'blind',
  }
  study.act({ action: 'rounds.create', detail: name, coderId }, () => study.write.people.addRound(round))
  return round
}
