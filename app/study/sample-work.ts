import { z } from 'zod'
import { resolveLabel } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId } from '../../domain/ids.ts'
import { codeLink } from '../../domain/memo.ts'
import { ANSWERS } from '../../domain/screening.ts'
import { spanOf, type Span } from '../../domain/span.ts'
import type { Term } from '../../domain/terms.ts'
import type { Call, Input, Output } from '../contract.ts'

const answer = z.enum(ANSWERS)
const words = { transcript: z.string(), words: z.string() }

/**
 * `work.json` of the sample folder: what its researchers wrote down beside their codings. Things are named as people name
 * them: transcripts by file name without `.txt`, words by themselves, codes by name or path.
 */
export const sampleWork = z.object({
  /** Who segmented, screened and marked quotes, in the round that is coded in. */
  coder: z.string(),
  segments: z.array(z.object({ transcript: z.string(), from: z.string(), title: z.string() })),
  screenings: z.array(
    z.object({
      /** By its title. */
      segment: z.string(),
      criteria: z.object({ I1: answer, I2: answer, E1: answer, E2: answer, E3: answer, E4: answer, E5: answer }),
      quote: z.string(),
      description: z.string(),
      information: z.string(),
      instances: z.array(z.string()),
    }),
  ),
  quotes: z.array(z.object({ ...words, note: z.string() })),
  memos: z.array(
    z.object({
      about: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('study') }),
        z.object({ kind: z.literal('code'), name: z.string() }),
        z.object({ kind: z.literal('participant'), pseudonym: z.string() }),
        z.object({ kind: z.literal('passage'), ...words }),
      ]),
      coder: z.string(),
      title: z.string(),
      /** Markdown; `[[code:NAME]]` becomes a link to the code. */
      body: z.string(),
      codes: z.array(z.string()),
    }),
  ),
  questions: z.array(z.string()),
  version: z.object({ name: z.string(), note: z.string() }),
})
export type SampleWork = z.infer<typeof sampleWork>

/**
 * Writes the work down in the study that is open, through the contract as its researchers would.
 * @throws AxialError not-found where it names what the study does not hold
 */
export async function addSampleWork(call: Call, work: SampleWork): Promise<void> {
  const names = await readNames(call, work.coder)
  await addSegments(call, work, names)
  for (const { transcript, words, note } of work.quotes) {
    await call('quotes.mark', { ...(await names.place(transcript, words)), ...names.pass, note })
  }
  for (const memo of work.memos) {
    const coderId = names.coder(memo.coder)
    const codes = memo.codes.map(names.code)
    const body = memo.body.replaceAll(/\[\[code:([^\]]*)\]\]/g, (_, name: string) => codeLink(name, names.code(name)))
    await call('memos.write', {
      coderId,
      roundId: null,
      subject: await subjectOf(memo.about, names),
      title: memo.title,
      body,
      codes,
    })
  }
  await call('autoCoding.saveQuestions', { questions: work.questions, coderId: names.pass.coderId })
  await call('versions.name', { ...work.version, coderId: names.pass.coderId })
}

async function addSegments(call: Call, { segments, screenings }: SampleWork, names: Names): Promise<void> {
  const { coderId } = names.pass
  const placed = new Map<string, { readonly id: Output<'segments.list'>[number]['id']; readonly transcript: string }>()
  for (const { transcript, from, title } of segments) {
    const { transcriptId, start } = await names.place(transcript, from)
    const segment = await call('segments.start', { transcriptId, at: start, coderId })
    if (segment === null) continue
    await call('segments.rename', { id: segment.id, title, coderId })
    placed.set(title, { id: segment.id, transcript })
  }
  for (const { segment: title, quote, instances, ...form } of screenings) {
    const segment = required('segment', title, placed.get(title))
    const place = quote === '' ? null : await names.place(segment.transcript, quote)
    await call('screenings.save', {
      ...form,
      ...names.pass,
      segmentId: segment.id,
      quote,
      quoteSpan: place === null ? null : { start: place.start, end: place.end },
      instances: instances.map(names.code),
    })
  }
}

async function subjectOf(
  about: SampleWork['memos'][number]['about'],
  names: Names,
): Promise<Input<'memos.write'>['subject']> {
  switch (about.kind) {
    case 'study':
      return about
    case 'code':
      return { kind: 'code', id: names.code(about.name) }
    case 'participant':
      return { kind: 'participant', id: names.participant(about.pseudonym) }
    case 'passage': {
      const { transcriptId, ...span } = await names.place(about.transcript, about.words)
      return { kind: 'passage', transcriptId, span }
    }
  }
}

/** What the names of the sample's work stand for in the study that is open. */
interface Names {
  /** The coder at work, and the round that is coded in. */
  readonly pass: Pick<Input<'quotes.mark'>, 'coderId' | 'roundId'>
  readonly coder: (name: string) => CoderId
  readonly code: (name: string) => CodeId
  readonly participant: (pseudonym: string) => Output<'participants.list'>[number]['id']
  readonly place: (transcript: string, words: string) => Promise<Pick<Input<'quotes.mark'>, 'transcriptId'> & Span>
}

async function readNames(call: Call, worker: string): Promise<Names> {
  const coders = await call('coders.list', {})
  const coder = (name: string) => required('coder', name, coders.find((one) => one.name === name)?.id)
  const coderId = coder(worker)
  const round = (await call('rounds.list', {})).find(({ state }) => state === 'blind')
  const transcripts = await call('transcripts.list', {})
  const participants = await call('participants.list', {})
  const codes = await call('codes.list', { coderId })
  const codeNamed = (label: string) => {
    const found = resolveLabel(codes, label)
    return found.kind === 'found' ? found.code.id : undefined
  }
  return {
    pass: { coderId, roundId: required('round', 'blind', round?.id) },
    coder,
    code: (name) => required('code', name, codeNamed(name)),
    participant: (pseudonym) =>
      required('participant', pseudonym, participants.find((one) => one.pseudonym === pseudonym)?.id),
    place: async (transcript, words) => {
      const transcriptId = required('transcript', transcript, transcripts.find(({ name }) => name === transcript)?.id)
      const { text } = await call('transcripts.read', { id: transcriptId })
      const at = text.indexOf(words)
      const span = at === -1 ? null : spanOf(at, at + words.length)
      return { transcriptId, ...required('quote', words, span ?? undefined) }
    },
  }
}

function required<Thing>(what: Term, name: string, thing: Thing | undefined): Thing {
  if (thing === undefined) throw new AxialError('not-found', { what, name })
  return thing
}
