import type { ReasonKey, Verdict } from '../../domain/adjudication/decision.ts'
import type { ItemKind, ItemState } from '../../domain/adjudication/adjudication.ts'
import type { DecisionKind } from '../../domain/screening.ts'
import type { ExportLanguage } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** What the report of a review says, in one language. */
export interface ReviewWords {
  readonly title: (round: string, study: string) => string
  readonly notStarted: string
  readonly started: (moderator: string, at: string, round: string) => string
  readonly tally: (disagreements: number, decided: number, open: number) => string
  readonly identical: (readings: number) => string
  readonly complete: string
  readonly incomplete: (open: number) => string
  readonly kinds: Readonly<Record<ItemKind, string>>
  /** Words that not all of more than two coders coded. */
  readonly codedBy: (coded: number, coders: number) => string
  readonly notByAll: string
  readonly kindsTitle: string
  readonly kindHeads: readonly string[]
  readonly cost: string
  readonly states: Readonly<Record<ItemState, string>>
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'take'>, string>>
  readonly taken: (coders: string) => string
  readonly reasonsTitle: string
  readonly reasonHeads: readonly string[]
  readonly reasons: Readonly<Record<ReasonKey, string>>
  readonly codersTitle: string
  readonly coderHeads: readonly string[]
  readonly codersNote: string
  readonly agreementTitle: string
  readonly agreementNote: string
  /** Of a round in which codes were mapped: which figures count them as one. */
  readonly agreementNames: (mappedCodes: number) => string
  readonly agreementOf: (transcript: string, coders: readonly string[]) => string
  readonly everyTranscript: string
  readonly agreementHeads: readonly string[]
  readonly notFrozen: string
  readonly queueTitle: string
  readonly item: (number: number, transcript: string, turn: number) => string
  readonly itemFacts: (kind: string, state: string, cost: number) => string
  readonly decisions: Readonly<Record<DecisionKind, string>>
  readonly fields: Readonly<Record<'quote' | 'description' | 'information', string>>
  readonly quoted: (words: string) => string
  readonly nothing: string
  /** Between parts of a list. */
  readonly separator: string
  readonly stands: string
  readonly decided: (coder: string, at: string) => string
  readonly note: (coder: string) => string
  /** What one coder said of an item. */
  readonly reading: (coder: string, told: string) => string
  readonly queueColumns: readonly string[]
  readonly decisionColumns: readonly string[]
  readonly agreementColumns: readonly string[]
  readonly contains: (disagreements: number) => string
  readonly containsDecisions: (decisions: number) => string
  readonly containsAgreement: string
  readonly withQuotes: string
  readonly withoutQuotes: string
}

export const reviewWords: Readonly<Record<ExportLanguage, ReviewWords>> = {
  en: {
    title: (round, study) => `Review of ${round}: ${study}`,
    notStarted: 'The review has not been started: what follows is what awaits it.',
    started: (moderator, at, round) =>
      `${moderator} moderated, from ${at} (UTC). The consolidated coding is in “${round}”.`,
    tally: (disagreements, decided, open) =>
      `${writeCount(disagreements, ['disagreement', 'disagreements'], 'en')}: ${decided} decided, ${open} open.`,
    identical: (readings) =>
      `${writeCount(readings, ['reading', 'readings'], 'en')} shared by all coders, settled without a decision.`,
    complete: 'Nothing is open.',
    incomplete: (open) =>
      `${writeCount(open, ['disagreement is', 'disagreements are'], 'en')} open: the consolidated coding is not complete.`,
    kinds: {
      'one-sided': 'one coded, the other did not',
      boundary: 'boundary differs',
      sibling: 'another code of the branch',
      branch: 'a code of another branch',
      screening: 'screening differs',
      instance: 'instances differ',
      text: 'text differs',
      identical: 'identical, decided otherwise',
    },
    codedBy: (coded, coders) => `${coded} of ${coders} coded`,
    notByAll: 'not coded by all',
    kindsTitle: 'Kinds of disagreement',
    kindHeads: ['Kind', 'Disagreements', 'Open', 'Cost'],
    cost:
      'Cost: cells in which two coders differ because of it (turn × code, segment × criterion or segment × code), over ' +
      'all pairs of coders.',
    states: { open: 'open', decided: 'decided', settled: 'settled' },
    verdicts: {
      identical: 'Identical readings',
      neither: 'None of the readings',
      other: 'Something else',
      reopened: 'Reopened',
    },
    taken: (coders) => `Reading of ${coders}`,
    reasonsTitle: 'Reasons',
    reasonHeads: ['Reason', 'Decisions'],
    reasons: {
      'definition-fits': 'the definition fits',
      'definition-excludes': 'the definition excludes it',
      'more-specific': 'the more specific code',
      'more-general': 'the more general code',
      'evidence-in-words': 'the words say so',
      'no-evidence': 'the words do not say so',
      'boundary-of-example': 'where the example begins or ends',
      overlooked: 'it was overlooked',
      'same-meaning': 'they mean the same',
      discussed: 'agreed upon in discussion',
    },
    codersTitle: 'Coders',
    coderHeads: ['Coder', 'Decided', 'Overruled'],
    codersNote: 'Overruled: what the coder said, or that they said nothing, is not what stands.',
    agreementTitle: 'Agreement before and after',
    agreementNote:
      'Before: frozen when the review was started. After: with the decisions counted for all coders, units are turns. ' +
      'With nothing open they agree entirely by construction: only “before” says how well the coders agreed.',
    agreementNames: (codes) =>
      'Names: “before” is of names as coded. “After”, and the disagreements below, are of names as harmonised: ' +
      `${codes === 1 ? '1 code counts as another one' : `${String(codes)} codes count as others`}.`,
    agreementOf: (transcript, coders) =>
      coders.length > 2 ? `${transcript}: ${coders.join(', ')} together` : `${transcript}: ${coders.join(' and ')}`,
    everyTranscript: 'All transcripts',
    agreementHeads: ['Figure', 'Before', '95 % interval', 'n', 'After', '95 % interval', 'n'],
    notFrozen: 'not frozen yet',
    queueTitle: 'The disagreements',
    item: (number, transcript, turn) => `${number}. ${transcript}, turn ${turn}`,
    itemFacts: (kind, state, cost) => `${kind}; ${state}; cost ${cost}`,
    decisions: { included: 'included', excluded: 'excluded', open: 'undecided' },
    fields: { quote: 'quote', description: 'description', information: 'information' },
    quoted: (words) => `“${words}”`,
    nothing: 'nothing',
    separator: '; ',
    stands: 'Stands:',
    decided: (coder, at) => `${coder}, ${at} (UTC):`,
    note: (coder) => `Note of ${coder}:`,
    reading: (coder, told) => `${coder}: ${told}`,
    queueColumns: [
      'number',
      'transcript',
      'turn',
      'kind',
      'state',
      'cost',
      'words',
      'readings',
      'stands',
      'verdict',
      'reason',
      'moderator',
      'decided at',
      'versions',
      'notes',
    ],
    decisionColumns: ['number', 'transcript', 'turn', 'version', 'decided at', 'by', 'verdict', 'reason'],
    agreementColumns: [
      'transcript',
      'coders',
      'figure',
      'before',
      'before low',
      'before high',
      'before n',
      'before undefined because',
      'after',
      'after low',
      'after high',
      'after n',
      'after undefined because',
    ],
    contains: (disagreements) =>
      `${writeCount(disagreements, ['disagreement', 'disagreements'], 'en')} with readings, decisions and reasons`,
    containsDecisions: (decisions) =>
      `${writeCount(decisions, ['version', 'versions'], 'en')} of decisions with who, when and why`,
    containsAgreement: 'Agreement before and after the review',
    withQuotes: '; with participants’ own words',
    withoutQuotes: '; no participant’s words',
  },
  fr: {
    title: (round, study) => `Arbitrage de ${round} : ${study}`,
    notStarted: 'L’arbitrage n’a pas commencé : voici ce qui attend.',
    started: (moderator, at, round) =>
      `Modération par ${moderator}, à partir du ${at} (UTC). Le codage consolidé se trouve dans « ${round} ».`,
    tally: (disagreements, decided, open) =>
      `${writeCount(disagreements, ['désaccord', 'désaccords'], 'fr')} : tranchés ${decided}, ouverts ${open}.`,
    identical: (readings) =>
      `${writeCount(readings, ['lecture commune', 'lectures communes'], 'fr')} à tous les codeurs, sans décision à prendre.`,
    complete: 'Rien n’est ouvert.',
    incomplete: (open) =>
      `${writeCount(open, ['désaccord est ouvert', 'désaccords sont ouverts'], 'fr')} : le codage consolidé n’est pas complet.`,
    kinds: {
      'one-sided': 'codé par l’un, pas par l’autre',
      boundary: 'limites différentes',
      sibling: 'autre code de la branche',
      branch: 'code d’une autre branche',
      screening: 'examen différent',
      instance: 'instances différentes',
      text: 'texte différent',
      identical: 'identique, tranché autrement',
    },
    codedBy: (coded, coders) => `codé par ${coded} sur ${coders}`,
    notByAll: 'codé, mais pas par tous',
    kindsTitle: 'Types de désaccord',
    kindHeads: ['Type', 'Désaccords', 'Ouverts', 'Coût'],
    cost:
      'Coût : cases où deux codeurs diffèrent à cause de lui (tour de parole × code, segment × critère ou segment × code), ' +
      'toutes paires de codeurs confondues.',
    states: { open: 'ouvert', decided: 'tranché', settled: 'réglé' },
    verdicts: {
      identical: 'Lectures identiques',
      neither: 'Aucune des lectures',
      other: 'Autre chose',
      reopened: 'Rouvert',
    },
    taken: (coders) => `Lecture de ${coders}`,
    reasonsTitle: 'Motifs',
    reasonHeads: ['Motif', 'Décisions'],
    reasons: {
      'definition-fits': 'la définition convient',
      'definition-excludes': 'la définition l’exclut',
      'more-specific': 'le code le plus précis',
      'more-general': 'le code le plus général',
      'evidence-in-words': 'les mots le disent',
      'no-evidence': 'les mots ne le disent pas',
      'boundary-of-example': 'là où l’exemple commence ou finit',
      overlooked: 'cela avait échappé',
      'same-meaning': 'le sens est le même',
      discussed: 'convenu en discussion',
    },
    codersTitle: 'Codeurs',
    coderHeads: ['Codeur', 'Tranchés', 'Non suivis'],
    codersNote: 'Non suivis : ce qu’a dit le codeur, ou qu’il n’ait rien dit, n’est pas ce qui vaut.',
    agreementTitle: 'Accord avant et après',
    agreementNote:
      'Avant : figé au début de l’arbitrage. Après : les décisions comptées pour tous les codeurs, par tours de parole. ' +
      'Une fois que rien n’est ouvert, ils s’accordent par construction : seul « avant » dit à quel point les codeurs ' +
      's’accordaient.',
    agreementNames: (codes) =>
      'Noms : « avant » est sous les noms d’origine. « Après », et les désaccords ci-dessous, sous les noms ' +
      `harmonisés : ${codes === 1 ? '1 code compte comme un autre' : `${String(codes)} codes comptent comme d’autres`}.`,
    agreementOf: (transcript, coders) =>
      coders.length > 2 ? `${transcript} : ${coders.join(', ')} ensemble` : `${transcript} : ${coders.join(' et ')}`,
    everyTranscript: 'Toutes les transcriptions',
    agreementHeads: ['Indice', 'Avant', 'Intervalle à 95 %', 'n', 'Après', 'Intervalle à 95 %', 'n'],
    notFrozen: 'pas encore figé',
    queueTitle: 'Les désaccords',
    item: (number, transcript, turn) => `${number}. ${transcript}, tour de parole ${turn}`,
    itemFacts: (kind, state, cost) => `${kind} ; ${state} ; coût ${cost}`,
    decisions: { included: 'inclus', excluded: 'exclu', open: 'à décider' },
    fields: { quote: 'citation', description: 'description', information: 'information' },
    quoted: (words) => `« ${words} »`,
    nothing: 'rien',
    separator: ' ; ',
    stands: 'Vaut :',
    decided: (coder, at) => `${coder}, ${at} (UTC) :`,
    note: (coder) => `Note de ${coder} :`,
    reading: (coder, told) => `${coder} : ${told}`,
    queueColumns: [
      'numéro',
      'transcription',
      'tour de parole',
      'type',
      'état',
      'coût',
      'mots',
      'lectures',
      'vaut',
      'décision',
      'motif',
      'modérateur',
      'tranché le',
      'versions',
      'notes',
    ],
    decisionColumns: ['numéro', 'transcription', 'tour de parole', 'version', 'tranché le', 'par', 'décision', 'motif'],
    agreementColumns: [
      'transcription',
      'codeurs',
      'indice',
      'avant',
      'avant, bas',
      'avant, haut',
      'n avant',
      'avant non défini car',
      'après',
      'après, bas',
      'après, haut',
      'n après',
      'après non défini car',
    ],
    contains: (disagreements) =>
      `${writeCount(disagreements, ['désaccord', 'désaccords'], 'fr')} avec lectures, décisions et motifs`,
    containsDecisions: (decisions) =>
      `${writeCount(decisions, ['version', 'versions'], 'fr')} de décisions, avec qui, quand et pourquoi`,
    containsAgreement: 'Accord avant et après l’arbitrage',
    withQuotes: ' ; avec les mots des participants',
    withoutQuotes: ' ; sans les mots des participants',
  },
}
