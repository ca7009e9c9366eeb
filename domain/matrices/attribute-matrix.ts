/** Under how many participants a column is said to be a small group (method: small groups). */
export const FEW_PARTICIPANTS = 5

/** A transcript that the counted passes went through, coded or not. */
export interface AttributedTranscript {
  /** Whose words it holds: any key that tells participants apart; null where that is not said. */
  readonly participant: string | null
  /** The participant's value of the attribute; null where it is not noted, or the participant is not. */
  readonly value: string | null
  /** The rows of the matrix that its codings count in, one entry a coding. */
  readonly marks: readonly number[]
}

export interface AttributeColumn {
  /** Null: the attribute is not noted. */
  readonly value: string | null
  /** The column's n: whose transcripts were gone through. */
  readonly participants: number
  readonly transcripts: number
}

/** How often a row was used in a column, in how many transcripts, and with how many participants. */
export interface AttributeCell {
  readonly codings: number
  readonly transcripts: number
  readonly participants: number
}

export interface AttributeMatrix {
  readonly columns: readonly AttributeColumn[]
  /** Row by row, a cell a column. */
  readonly cells: readonly (readonly AttributeCell[])[]
}

/**
 * Counts rows by the values of a participant attribute. Columns stand in order of `values`, then the not noted, if there
 * is any; a value that no transcript has keeps its column, with n = 0.
 */
export function countByAttribute(
  size: number,
  values: readonly string[],
  transcripts: readonly AttributedTranscript[],
): AttributeMatrix {
  const hasUnnoted = transcripts.some(({ value }) => value === null || !values.includes(value))
  const grouped = [...values, ...(hasUnnoted ? [null] : [])].map((value) => ({
    value,
    members: transcripts.filter((one) => (value === null ? !values.includes(one.value ?? '') : one.value === value)),
  }))
  return {
    columns: grouped.map(({ value, members }) => ({
      value,
      participants: countParticipants(members),
      transcripts: members.length,
    })),
    cells: rowsOf(size, grouped),
  }
}

/** A cell's participants as a percent of its column's, 0 to 100; null where the column has none. */
export function percentOf(cell: AttributeCell, column: AttributeColumn): number | null {
  return column.participants === 0 ? null : (100 * cell.participants) / column.participants
}

function rowsOf(
  size: number,
  grouped: readonly { readonly members: readonly AttributedTranscript[] }[],
): readonly (readonly AttributeCell[])[] {
  const columns = grouped.map(({ members }) => {
    const byMark = new Map<number, { codings: number; holders: AttributedTranscript[] }>()
    for (const transcript of members) {
      for (const mark of transcript.marks) {
        const found = byMark.get(mark) ?? { codings: 0, holders: [] }
        found.codings++
        if (found.holders.at(-1) !== transcript) found.holders.push(transcript)
        byMark.set(mark, found)
      }
    }
    return byMark
  })
  return Array.from({ length: size }, (_, mark) =>
    columns.map((byMark) => {
      const { codings, holders } = byMark.get(mark) ?? { codings: 0, holders: [] }
      return { codings, transcripts: holders.length, participants: countParticipants(holders) }
    }),
  )
}

function countParticipants(transcripts: readonly AttributedTranscript[]): number {
  return new Set(transcripts.map(({ participant }) => participant).filter((one) => one !== null)).size
}
