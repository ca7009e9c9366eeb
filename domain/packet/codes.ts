import { PATH_SEPARATOR } from '../codebook/codebook.ts'
import { AxialError } from '../errors.ts'
import { CODE_FIELDS, type CodeField, type CodeOrigin, type CodeRow, type ReturnedCode } from './packet.ts'
import { remark } from '../remarks.ts'

/** What a returned packet says of codes, and what the study has. */
export interface ReturnedCodes {
  /** The packet's name, for the sentences. */
  readonly file: string
  readonly codes: readonly ReturnedCode[]
  /** The codes that the packet's rows name. */
  readonly used: ReadonlySet<string>
  readonly holderId: string
  /** The study's coders by id. */
  readonly names: ReadonlyMap<string, string>
  readonly here: readonly CodeRow[]
  readonly origins: readonly CodeOrigin[]
  /** A code that is gone, as it last was. */
  readonly lastKnown: (id: string) => CodeRow | null
}

export interface CodePlan {
  /** To be added, each after the code that holds it. */
  readonly added: readonly CodeRow[]
  /** Of these, the ones that were removed here and that the coder has used. */
  readonly returning: readonly string[]
  readonly changed: readonly { readonly before: CodeRow; readonly after: CodeRow }[]
  readonly origins: readonly CodeOrigin[]
  /** New codes whose name was taken, with the name they get. */
  readonly clashes: readonly { readonly id: string; readonly name: string; readonly as: string }[]
  /** What the coder changed of codes that are the lead's. The lead's words stay. */
  readonly proposals: readonly {
    readonly id: string
    readonly name: string
    readonly fields: readonly { readonly field: CodeField; readonly here: string; readonly theirs: string }[]
  }[]
}

/**
 * What becomes of the codes that a coder returns. A code keeps its id. Where two machines made a code of one name under one
 * parent, both stay, each with its coder's name behind it: whether they mean the same is for people to decide. A code that
 * the lead made keeps its name. Names are compared as they were when the codes came, so that it does not matter which
 * packet comes first, nor what the lead renamed in between.
 * @throws AxialError packet-unfit
 */
export function planCodes(given: ReturnedCodes): CodePlan {
  return new CodeMerge(given).plan()
}

class CodeMerge {
  readonly #given: ReturnedCodes
  readonly #theirs: ReadonlyMap<string, ReturnedCode>
  readonly #origins: ReadonlyMap<string, CodeOrigin>
  readonly #before: ReadonlyMap<string, CodeRow>
  /** The codes as they are to be. */
  readonly #now: Map<string, CodeRow>
  readonly #added: CodeRow[] = []
  readonly #returning: string[] = []
  readonly #newOrigins: CodeOrigin[] = []
  readonly #clashes: { id: string; name: string; as: string }[] = []
  readonly #underway = new Set<string>()

  constructor(given: ReturnedCodes) {
    this.#given = given
    this.#theirs = new Map(given.codes.map((code) => [code.id, code]))
    this.#origins = new Map(given.origins.map((origin) => [origin.id, origin]))
    this.#before = new Map(given.here.map((code) => [code.id, code]))
    this.#now = new Map(this.#before)
  }

  plan(): CodePlan {
    const { codes, used } = this.#given
    const isWanted = ({ id, isNew }: ReturnedCode) => used.has(id) || (isNew && !this.#origins.has(id))
    // In order of their ids, so that the outcome does not hang on how a packet lists them.
    for (const { id } of codes.filter(isWanted).toSorted(byId)) this.#require(id)
    for (const id of [...used].toSorted()) this.#require(id)
    for (const code of codes.toSorted(byId)) this.#follow(code)
    const changed = [...this.#before.values()].flatMap((before) => {
      const after = this.#now.get(before.id) ?? before
      return after === before ? [] : [{ before, after }]
    })
    return {
      added: this.#added.map((code) => this.#now.get(code.id) ?? code),
      returning: this.#returning,
      changed,
      origins: this.#newOrigins,
      clashes: this.#clashes,
      proposals: this.#proposals(),
    }
  }

  /** Lets the code be there, with those that hold it. */
  #require(id: string): void {
    if (this.#now.has(id)) return
    if (this.#underway.has(id)) throw this.#unfit('packet-codes-circular')
    this.#underway.add(id)
    const theirs = this.#theirs.get(id)
    const last = this.#given.lastKnown(id)
    const isFresh = theirs?.isNew === true && !this.#origins.has(id)
    const row = isFresh ? codeOf(theirs) : (last ?? (theirs && codeOf(theirs)))
    if (row === undefined) throw this.#unfit('packet-code-unknown')
    if (row.parent_id !== null) this.#require(row.parent_id)
    const name = isFresh ? this.#freeName(row) : this.#distinctName(row)
    const named = { ...row, name }
    this.#now.set(id, named)
    this.#added.push(named)
    if (isFresh) this.#newOrigins.push(originOf(row, this.#given.holderId))
    else this.#returning.push(id)
    this.#underway.delete(id)
  }

  /** What the coder changed of a code of their own since an earlier packet, where the lead left it alone. */
  #follow(theirs: ReturnedCode): void {
    const origin = this.#origins.get(theirs.id)
    const here = this.#now.get(theirs.id)
    if (origin === undefined || here === undefined || origin.holder_id !== this.#given.holderId) return
    if (CODE_FIELDS.every((field) => theirs[field] === origin[field])) return
    const isOwnName = here.name === origin.name || here.name === this.#signed(origin.name, origin.holder_id)
    const take = (field: Exclude<CodeField, 'name'>) => here[field] === origin[field]
    const parent = take('parent_id') && this.#mayHold(theirs.parent_id, here.id) ? theirs.parent_id : here.parent_id
    const next: CodeRow = {
      ...here,
      parent_id: parent,
      definition: take('definition') ? theirs.definition : here.definition,
      inclusion: take('inclusion') ? theirs.inclusion : here.inclusion,
      exclusion: take('exclusion') ? theirs.exclusion : here.exclusion,
    }
    const isMoved = parent !== here.parent_id || theirs.name !== origin.name
    const named = isOwnName && isMoved ? { ...next, name: this.#freeName({ ...next, name: theirs.name }) } : next
    this.#now.set(here.id, named)
    this.#newOrigins.push(originOf(codeOf(theirs), this.#given.holderId))
  }

  #mayHold(parent: string | null, id: string): boolean {
    for (let above = parent; above !== null; above = this.#now.get(above)?.parent_id ?? null) {
      if (above === id || !this.#now.has(above)) return false
    }
    return true
  }

  /** The name of a coder's new code: as it is, or with the coder's name where another code of that name came or was there. */
  #freeName(row: CodeRow): string {
    const { id, parent_id: parent, name } = row
    const isRival = (other: { readonly id: string; readonly parent_id: string | null; readonly name: string }) =>
      other.id !== id && other.parent_id === parent && other.name === name
    const came = this.#given.origins.filter(
      (origin) => origin.holder_id !== null && origin.holder_id !== this.#given.holderId && isRival(origin),
    )
    if (came.length === 0 && ![...this.#now.values()].some(isRival)) return name
    for (const { id: rival, holder_id: holder } of came) {
      const code = this.#now.get(rival)
      // Named anew or moved by the lead since: it stays as the lead has it.
      if (code === undefined || !isRival(code)) continue
      this.#now.set(rival, { ...code, name: this.#signedFree(code, holder) })
    }
    const as = this.#signedFree(row, this.#given.holderId)
    this.#clashes.push({ id, name, as })
    return as
  }

  #signed(name: string, holder: string | null): string {
    return signedName(name, holder, this.#given.names)
  }

  #signedFree(row: CodeRow, holder: string | null): string {
    const signed = this.#signed(row.name, holder)
    return this.#isFree({ ...row, name: signed }) ? signed : numberedName(signed, row.id)
  }

  /** The name of a code that comes back, told apart from one that has taken it since. */
  #distinctName(row: CodeRow): string {
    return this.#isFree(row) ? row.name : `${row.name} (${row.id.slice(-6)})`
  }

  #isFree({ id, parent_id: parent, name }: CodeRow): boolean {
    return ![...this.#now.values()].some(
      (other) => other.id !== id && other.parent_id === parent && other.name === name,
    )
  }

  #proposals(): CodePlan['proposals'] {
    return this.#given.codes.flatMap((theirs) => {
      const here = this.#before.get(theirs.id)
      const origin = this.#origins.get(theirs.id)
      if (here === undefined || theirs.isNew || (origin !== undefined && origin.holder_id !== null)) return []
      const fields = theirs.changed
        .filter((field) => theirs[field] !== here[field])
        .map((field) => ({
          field,
          here: this.#said(field, here[field]),
          theirs: this.#said(field, theirs[field]),
        }))
      return fields.length === 0 ? [] : [{ id: here.id, name: here.name, fields }]
    })
  }

  #said(field: CodeField, value: string | null): string {
    if (field !== 'parent_id' || value === null) return value ?? ''
    return this.#now.get(value)?.name ?? this.#theirs.get(value)?.name ?? ''
  }

  #unfit(detail: 'packet-code-unknown' | 'packet-codes-circular'): AxialError {
    return new AxialError('packet-unfit', { name: this.#given.file, detail: remark(detail) })
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function codeOf({ isNew: _, changed: __, ...code }: ReturnedCode): CodeRow {
  return code
}

/** What a code is when a packet brings it. */
export function originOf(code: CodeRow, holderId: string | null): CodeOrigin {
  const { id, parent_id, name, definition, inclusion, exclusion } = code
  return { id, holder_id: holderId, parent_id, name, definition, inclusion, exclusion }
}

/** A name with its coder's behind it, to tell it from another's. */
function signedName(name: string, holder: string | null, names: ReadonlyMap<string, string>): string {
  return `${name} (${(holder === null ? undefined : names.get(holder)) ?? '?'})`
}

function numberedName(signed: string, id: string): string {
  return `${signed} ${id.slice(-6)}`
}

/**
 * What a code was called by the coder who made it, where merging has put no more than that coder's name behind it since; its
 * present name else. `names` are the study's coders by id.
 */
export function nameAsItCame(
  code: { readonly id: string; readonly name: string },
  origin: CodeOrigin | undefined,
  names: ReadonlyMap<string, string>,
): string {
  if (origin === undefined || origin.holder_id === null) return code.name
  const signed = signedName(origin.name, origin.holder_id, names)
  return code.name === signed || code.name === numberedName(signed, code.id) ? origin.name : code.name
}

/** How many names several coders gave, apart from each other: `name` as it was given, `as` the path of the code that it became. */
export function countNamesGivenApart(clashes: readonly { readonly name: string; readonly as: string }[]): number {
  const placeOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf(PATH_SEPARATOR)))
  return new Set(clashes.map(({ name, as }) => JSON.stringify([placeOf(as), name]))).size
}
