import { randomOf, type Random } from '../domain/statistics/random.ts'

/** How large the generated study is. */
export interface StudySize {
  readonly transcripts: number
  readonly turns: number
  readonly words: number
  readonly codings: number
  readonly codes: number
}

interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 200 interviews of 180 turns of about 42 words: 36,000 turns, 1.5 million words, 100,000 codings by two coders. */
export const LARGE: StudySize = { transcripts: 200, turns: 36_000, words: 1_512_000, codings: 100_000, codes: 60 }

const SYLLABLES = ['da', 'mo', 'ta', 'li', 'ser', 'vo', 'ne', 'ri', 'pu', 'ka', 'men', 'tor', 'é', 'ba', 'fi', 'lo']

/** Invented words with the lengths and the repetitions of speech: short ones come often. */
function vocabularyOf(random: Random, size: number): readonly string[] {
  return Array.from({ length: size }, (_, rank) => {
    const syllables = 1 + Math.floor(Math.log2(2 + rank) / 4) + Math.floor(random() * 2)
    return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'a').join('')
  })
}

/** The transcripts as text files and their codings as coded turns, the same for the same seed. */
export function generateStudy(size: StudySize, seed: number): { transcripts: NamedFile[]; codings: NamedFile[] } {
  const random = randomOf(seed, 'generated study')
  const words = vocabularyOf(random, 8000)
  const turnsEach = Math.round(size.turns / size.transcripts)
  const wordsEach = Math.round(size.words / size.turns)
  const codes = Array.from({ length: size.codes }, (_, index) => `code ${String(index + 1)}`)
  const encode = (text: string) => new TextEncoder().encode(text)
  const transcripts: NamedFile[] = []
  const codings: NamedFile[] = []
  let left = size.codings
  for (let number = 1; number <= size.transcripts; number++) {
    const turns = Array.from({ length: turnsEach }, (_, index) => ({
      speaker: index % 2 === 0 ? 'Interviewer' : `P${String(number)}`,
      text: sentenceOf(random, words, wordsEach),
    }))
    const share = Math.round(left / (size.transcripts - number + 1))
    left -= share
    const drawn = drawCodes(random, turns.length, share, codes)
    transcripts.push({
      name: `Interview ${String(number)}.txt`,
      bytes: encode(turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n\n')),
    })
    codings.push({
      name: `interview-${String(number)}.json`,
      bytes: encode(
        JSON.stringify({
          interview: number,
          sources: ['C1', 'C2'].map((coder, which) => ({
            coder,
            pass: 'independent',
            turns: turns.map((turn, index) => ({ ...turn, codes: [...(drawn[which]?.[index] ?? [])] })),
          })),
        }),
      ),
    })
  }
  return { transcripts, codings }
}

function sentenceOf(random: Random, vocabulary: readonly string[], length: number): string {
  const words = Array.from({ length }, () => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? 'a')
  const text = words.map((word, index) => (index % 14 === 13 ? `${word}.` : word)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Two coders' codes of each turn, `count` in all; half of them are of one mind. */
function drawCodes(random: Random, turns: number, count: number, codes: readonly string[]): readonly Set<string>[][] {
  const passes = [0, 1].map(() => Array.from({ length: turns }, () => new Set<string>()))
  let made = 0
  while (made < count) {
    const turn = Math.floor(random() * turns)
    const code = codes[Math.floor(codes.length * random() ** 2)] ?? ''
    const both = random() < 0.5 && made + 2 <= count
    for (const pass of both ? passes : [passes[random() < 0.5 ? 0 : 1]]) {
      const set = pass?.[turn]
      if (set === undefined || set.has(code)) continue
      set.add(code)
      made++
    }
  }
  return passes
}
