/**
 * What coders send each other as files. A packet carries rows as they are in the study: they have the same ids on every
 * machine, and merging makes no new ones, so that the rows are the same whichever packet came first.
 */
export type PacketRow = { readonly id: string } & Readonly<Record<string, PacketValue>>
export type PacketValue = string | number | null

/** What a coder does in a round, table by table. Those that hang on another follow it. */
export const WORK_TABLES = [
  {
    name: 'assignment',
    columns: ['id', 'round_id', 'transcript_id', 'coder_id'],
    identity: ['transcript_id', 'round_id', 'coder_id'],
    parent: null,
  },
  {
    name: 'coding',
    columns: ['id', 'transcript_id', 'start', 'end', 'code_id', 'coder_id', 'round_id'],
    identity: ['transcript_id', 'start', 'end', 'code_id', 'coder_id', 'round_id'],
    parent: null,
  },
  {
    name: 'screening',
    columns: [
      'id',
      'segment_id',
      'coder_id',
      'round_id',
      'i1',
      'i2',
      'e1',
      'e2',
      'e3',
      'e4',
      'e5',
      'quote',
      'quote_start',
      'quote_end',
      'description',
      'information',
    ],
    identity: ['segment_id', 'coder_id', 'round_id'],
    parent: null,
  },
  {
    name: 'screening_instance',
    columns: ['id', 'screening_id', 'slot', 'code_id'],
    identity: ['screening_id', 'slot'],
    parent: { table: 'screening', column: 'screening_id', isWhole: true },
  },
  {
    name: 'quote',
    columns: ['id', 'transcript_id', 'start', 'end', 'coder_id', 'round_id', 'note'],
    identity: ['transcript_id', 'start', 'end', 'coder_id', 'round_id'],
    parent: null,
  },
  {
    name: 'memo',
    columns: [
      'id',
      'title',
      'subject_kind',
      'subject_id',
      'start',
      'end',
      'coder_id',
      'round_id',
      'body',
      'written_at',
      'updated_at',
    ],
    identity: null,
    parent: null,
  },
  {
    name: 'memo_code',
    columns: ['id', 'memo_id', 'code_id'],
    identity: ['memo_id', 'code_id'],
    parent: { table: 'memo', column: 'memo_id', isWhole: true },
  },
  // Others may show a coder's coding as an example too: what is not in the packet is not for it to remove.
  {
    name: 'code_example',
    columns: ['id', 'code_id', 'coding_id'],
    identity: ['code_id', 'coding_id'],
    parent: { table: 'coding', column: 'coding_id', isWhole: false },
  },
] as const satisfies readonly WorkTableShape[]

interface WorkTableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Two rows alike in these columns are one; null where there may be several. */
  readonly identity: readonly string[] | null
  /** The table it hangs on. Where it is whole, a packet that has the parent has all that hangs on it. */
  readonly parent: { readonly table: string; readonly column: string; readonly isWhole: boolean } | null
}

export type WorkTableName = (typeof WORK_TABLES)[number]['name']
/** One coder's rows of a round. */
export type Work = Readonly<Record<WorkTableName, readonly PacketRow[]>>

/** The tables whose rows say themselves whose they are. */
export const OWNED_TABLES = ['assignment', 'coding', 'screening', 'quote', 'memo'] as const
export type OwnedTable = (typeof OWNED_TABLES)[number]

/** A row that its coder had and took away. */
export interface RemovedRow {
  readonly table: OwnedTable
  readonly id: string
}

/** A code as it is kept. */
export interface CodeRow {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly abbreviation: string | null
  readonly definition: string
  readonly inclusion: string
  readonly exclusion: string
  readonly colour: number
  readonly position: number
  readonly taxonomy: string | null
  readonly retired_at: string | null
}

/** The fields of a code that a person writes. */
export const CODE_FIELDS = ['parent_id', 'name', 'definition', 'inclusion', 'exclusion'] as const
export type CodeField = (typeof CODE_FIELDS)[number]

/** What a code was when a packet brought it. */
export interface CodeOrigin extends Readonly<Pick<CodeRow, CodeField>> {
  readonly id: string
  /** The coder whose new code it is; null where the lead handed it out. */
  readonly holder_id: string | null
}

export interface ReturnedCode extends CodeRow {
  /** Whether it was made on the coder's machine. */
  readonly isNew: boolean
  /** What the coder changed of a code that was handed out. */
  readonly changed: readonly CodeField[]
}

/** Where a packet stands: `out` and `sealed` to `merged` at the lead's, `received` and `sent` at the coder's. */
export const PACKET_STATES = ['out', 'received', 'sent', 'sealed', 'opened', 'merged'] as const
export type PacketState = (typeof PACKET_STATES)[number]

/** What a study knows of a packet. */
export interface PacketRecord {
  readonly id: string
  readonly kind: 'handout' | 'return'
  readonly state: PacketState
  readonly holderId: string
  readonly roundId: string
  readonly answers: string | null
  readonly digest: string
  readonly isLocked: boolean
  readonly at: string
  /** Why it was opened before all were in; empty where it was not. */
  readonly reason: string
  /** The transcripts that it holds; null where that is not known: of what coders returned nothing is. */
  readonly transcripts: readonly string[] | null
}

/** How it stands with one coder's packets of a round, at the lead's. */
export type Standing = 'none' | 'out' | PacketState

/** The newest packet handed out to a coder; ids grow with time. */
export function newestHandout(packets: readonly PacketRecord[], holderId: string): PacketRecord | null {
  return newest(packets.filter((one) => one.kind === 'handout' && one.holderId === holderId && one.state === 'out'))
}

/** The newest packet that a coder returned. */
export function newestReturn(packets: readonly PacketRecord[], holderId: string): PacketRecord | null {
  return newest(packets.filter((one) => one.kind === 'return' && one.holderId === holderId && one.state !== 'sent'))
}

function newest(packets: readonly PacketRecord[]): PacketRecord | null {
  return packets.reduce<PacketRecord | null>((last, one) => (last === null || one.id > last.id ? one : last), null)
}

/**
 * Whose packets of a round are still out: handed out, and not answered. A returned packet answers the newest one handed out;
 * one that answers none (made in a copy of the study) counts for any.
 */
export function stillOut(packets: readonly PacketRecord[]): readonly string[] {
  const holders = new Set(packets.filter(({ kind, state }) => kind === 'handout' && state === 'out').map(holderOf))
  return [...holders].filter((holder) => {
    const out = newestHandout(packets, holder)
    return !packets.some(
      (one) =>
        one.kind === 'return' &&
        one.state !== 'sent' &&
        one.holderId === holder &&
        (one.answers === null || one.answers === out?.id),
    )
  })
}

function holderOf({ holderId }: PacketRecord): string {
  return holderId
}

/** Whether every coder who has a packet of the round has returned it; false while none was handed out or returned. */
export function areAllIn(packets: readonly PacketRecord[]): boolean {
  return packets.some(({ kind, state }) => kind === 'return' && state !== 'sent') && stillOut(packets).length === 0
}

/** Where a coder's work on a transcript is that a correction of its text would part from it. */
export type AwayStanding = 'out' | 'waiting' | 'received'

/** A coder who works on a transcript's words as they are now, on another machine or, `received`, on this one. */
export interface AwayWork {
  readonly holderId: string
  readonly roundId: string
  readonly standing: AwayStanding
}

/**
 * Whose work on a transcript would be refused if its text were corrected now: handed out and not returned, returned and not
 * merged, or to be returned from here. `packets` are those of rounds into which something can still come.
 */
export function workAway(packets: readonly PacketRecord[], transcriptId: string): readonly AwayWork[] {
  const passes = Map.groupBy(packets, ({ holderId, roundId }) => `${roundId} ${holderId}`)
  return [...passes.values()].flatMap((own): AwayWork[] => {
    const [first] = own
    if (first === undefined) return []
    const { holderId, roundId } = first
    const holds = ({ transcripts }: PacketRecord) => transcripts?.includes(transcriptId) ?? true
    const isGiven = (state: PacketState) =>
      own.some((one) => one.state === state && one.kind === 'handout' && holds(one))
    if (isGiven('received')) return [{ holderId, roundId, standing: 'received' }]
    if (!isGiven('out')) return []
    if (stillOut(own).length > 0) return [{ holderId, roundId, standing: 'out' }]
    return newestReturn(own, holderId)?.state === 'merged' ? [] : [{ holderId, roundId, standing: 'waiting' }]
  })
}
