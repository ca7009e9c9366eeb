import { z } from 'zod'
import { CODE_FIELDS, PACKET_STATES } from '../../domain/packet/packet.ts'
import { long, read, session, write } from './procedure.ts'
import { count, file, id, round } from './values.ts'
import { openStudy } from './study.ts'

const when = z.object({ at: z.iso.datetime() })

/** How it stands with one coder in one round. On the lead's machine `out` and `in`, on a coder's `received` and `sent`. */
const holder = z.object({
  coderId: id('coder'),
  coder: z.string(),
  /** The newest packet handed out to them. */
  out: when.nullable(),
  /** The newest packet that came back from them. */
  in: z
    .object({
      id: z.string(),
      at: z.iso.datetime(),
      state: z.enum(PACKET_STATES),
      /** Whether it takes a passphrase to read it. */
      isLocked: z.boolean(),
    })
    .nullable(),
  /** Whether what came back answers what was handed out last. */
  isIn: z.boolean(),
  received: when.nullable(),
  sent: when.nullable(),
})
export type PacketHolder = z.infer<typeof holder>

const packetRound = z.object({
  round,
  /** Whether anything can still come into the round. */
  mayCome: z.boolean(),
  coders: z.array(holder),
  /** Packets that came in and are sealed; that are open but not merged; that are merged. */
  sealed: count,
  opened: count,
  merged: count,
  /** Names of the coders whose packets are still out. */
  stillOut: z.array(z.string()),
  /** Why packets were opened before all were in; empty where they were not. */
  reason: z.string(),
})
export type PacketRound = z.infer<typeof packetRound>

/** What merging does to the rows of one kind. */
const change = z.object({ added: count, changed: count, removed: count, same: count, leftOut: count })
export type PacketChange = z.infer<typeof change>

const incoming = z.object({
  id: z.string(),
  coder: z.string(),
  /** A later packet of the same coder is here: this one changes nothing. */
  isOlder: z.boolean(),
  wasMerged: z.boolean(),
  codings: change,
  screenings: change,
  quotes: change,
  memos: change,
  /** Paths of the codes that are added. */
  newCodes: z.array(z.string()),
  /** Codes that were removed here and come back, since the coder used them. */
  returningCodes: z.array(z.string()),
  /** Codes that were merged here since, as the coder knows them, and the path of the code that their work goes to. */
  mergedCodes: z.array(z.object({ name: z.string(), as: z.string() })),
  /** New codes whose name another code has or had when it came, and the name they get. */
  clashes: z.array(z.object({ name: z.string(), as: z.string() })),
  /** Codes that are here already and get another name, so that they can be told apart from one that comes. */
  renamed: z.array(z.object({ name: z.string(), as: z.string() })),
  /** What the coder changed of codes that were handed out. The study's own words stay. */
  proposals: z.array(
    z.object({
      code: z.string(),
      fields: z.array(z.object({ field: z.enum(CODE_FIELDS), here: z.string(), theirs: z.string() })),
    }),
  ),
})
export type IncomingPacket = z.infer<typeof incoming>

const merging = z.object({
  roundId: id('round'),
  /** Which of the opened packets; all of them by default. */
  packets: z.array(z.string()).optional(),
  /** By packet, for those that have one; `passphrase` for all others. */
  passphrases: z.record(z.string(), z.string()).default({}),
  passphrase: z.string().optional(),
  /** A moderator; nobody on the command line, which belongs to whoever holds the file. */
  coderId: id('coder').optional(),
})

const merged = z.object({ packets: z.array(incoming), changes: count })

const handedOut = z.object({
  coder: z.string(),
  file,
  transcripts: count,
  codes: count,
  segments: count,
})

/** What opening a packet that was handed out brings. */
const opening = z.object({
  study: z.string(),
  round: z.string(),
  coder: z.string(),
  version: z.string().nullable(),
  transcripts: z.array(z.string()),
  newTranscripts: count,
  newCodes: count,
  changedCodes: count,
  newSegments: count,
})
export type PacketOpening = z.infer<typeof opening>

export const packetProcedures = {
  /** Who has a packet and whose is in, by round, newest round first. Nothing of what is in them. */
  'packets.list': read(z.object({}), z.array(packetRound)),

  /**
   * Whose work rests on the present words of a transcript and is not in this study yet: once the text is corrected, what
   * they return is refused. `out`: with a coder; `waiting`: returned, not merged; `received`: to be returned from here.
   */
  'packets.away': read(
    z.object({ transcriptId: id('transcript') }),
    z.array(z.object({ coder: z.string(), round: z.string(), standing: z.enum(['out', 'waiting', 'received']) })),
  ),

  /** Makes a packet for each of the coders: the texts, the codebook, the segments, and nothing that others did. */
  'packets.handOut': long(
    write(
      z.object({
        roundId: id('round'),
        coders: z.array(id('coder')).min(1),
        /** All by default. */
        transcripts: z.array(id('transcript')).optional(),
        /** By coder, for those that have one of their own; `passphrase` for all others. */
        passphrases: z.record(z.string(), z.string()).default({}),
        passphrase: z.string().optional(),
        coderId: id('coder').optional(),
      }),
      z.array(handedOut),
    ),
  ),
  /** Makes the packet that a coder gives back: all their work of the round, and of the memos those they choose. */
  'packets.giveBack': long(
    write(
      z.object({
        roundId: id('round'),
        coderId: id('coder'),
        memos: z.union([z.enum(['all', 'none']), z.array(id('memo'))]).default('all'),
        passphrase: z.string().optional(),
      }),
      z.object({
        file,
        transcripts: count,
        codings: count,
        screenings: count,
        quotes: count,
        memos: count,
        newCodes: count,
        /** Screenings of segments that were not handed out: the lead must draw those before they can be merged. */
        unknownSegments: count,
      }),
    ),
  ),

  /** What a file is, and for whom. Of returned work nothing more: it is sealed. */
  'packets.inspect': long(
    read(
      z.object({ file, passphrase: z.string().optional() }),
      z.object({
        kind: z.enum(['handout', 'return']),
        isLocked: z.boolean(),
        madeAt: z.iso.datetime(),
        isOfThisStudy: z.boolean(),
        /** Where the packet was handed out and can be read: what opening it brings. */
        opening: opening.nullable(),
      }),
    ),
  ),
  /** Opens a packet that was handed out, in the study it belongs to. */
  'packets.open': long(
    write(z.object({ file, passphrase: z.string().optional(), coderId: id('coder').optional() }), opening),
  ),
  /** The same into a new study, which is then open. */
  'packets.openAsStudy': session(
    z.object({
      file,
      passphrase: z.string().optional(),
      /** As of `workspace.create`. */
      path: z.string().min(1),
      /** Encrypts the study itself. */
      studyPassphrase: z.string().optional(),
    }),
    openStudy,
  ),

  /** Takes returned packets in, sealed: all or none. One that is here already is passed over. */
  'packets.register': long(
    write(
      z.object({ files: z.array(file).min(1), coderId: id('coder').optional() }),
      z.array(z.object({ name: z.string(), coder: z.string(), round: z.string(), isNew: z.boolean() })),
    ),
  ),
  /**
   * Tries passphrases before packets are opened, which is final: on returned files, and on those of their rounds that wait
   * here. How many were tried; a wrong one is refused by the name of its packet. Nothing of what they hold.
   */
  'packets.tryPassphrases': long(
    read(
      z.object({
        files: z.array(file).min(1),
        /** By coder, for those that have one of their own; `passphrase` for all others. */
        passphrases: z.record(z.string(), z.string()).default({}),
        passphrase: z.string().optional(),
      }),
      z.object({ tried: count }),
    ),
  ),
  /** Opens the sealed packets of a round: when all are in, or before with a reason, which the history keeps. Final. */
  'packets.unseal': write(
    z.object({ roundId: id('round'), reason: z.string().default(''), coderId: id('coder').optional() }),
    z.object({ opened: count }),
  ),
  /** What merging would do; nothing is changed. */
  'packets.preview': long(read(merging, merged)),
  /** Merges, all or nothing, as one action. */
  'packets.merge': long(write(merging, merged)),
} as const
