import type { agreement as english } from '../en/agreement.ts'
import type { Translation } from '../translation.ts'

export const agreement: Translation<typeof english> = {
  title: 'Accord',
  description: 'À quel point deux codeurs, travaillant chacun seul, ont donné les mêmes codes aux mêmes passages.',
  question: {
    label: 'Ce qui est comparé',
    transcripts: 'Transcriptions',
    allTranscripts_one: 'La seule',
    allTranscripts_other: 'Toutes ({{count, number}})',
    someTranscripts: '{{some, number}} sur {{all, number}}',
    chooseTranscripts: 'Transcriptions à comparer',
    everyTranscript: 'Toutes les choisir',
    coders: 'Codeurs',
    allPairs: 'Toutes les paires',
    pair: '{{first}} et {{second}}',
    unit: 'Unité',
    seed: 'Graine',
    seedError: 'Un nombre entier',
  },
  units: { turn: 'Tour de parole', sentence: 'Phrase', character: 'Caractère' },
  unitsCounted: {
    turn_one: '{{count, number}} tour de parole',
    turn_other: '{{count, number}} tours de parole',
    sentence_one: '{{count, number}} phrase',
    sentence_other: '{{count, number}} phrases',
    character_one: '{{count, number}} caractère',
    character_other: '{{count, number}} caractères',
  },
  computing: 'Calcul des mesures…',
  cancelled: 'Le calcul a été annulé ; aucune mesure n’est montrée pour ce choix.',
  again: 'Recalculer',
  basis: {
    turn: 'Chaque tour de parole compte, codé ou non.',
    sentence: 'Chaque phrase compte, codée ou non.',
    character:
      'Chaque caractère compte, codé ou non ; des caractères voisins ne sont pas indépendants, si bien que les intervalles sont trop étroits.',
  },
  seedNote: 'Intervalles à 95 % : bootstrap (percentiles) sur les unités, 1 000 rééchantillons, graine {{seed}}.',
  plot: {
    title: 'D’un coup d’œil',
    figure: 'Mesure montrée',
    description:
      'Un point par comparaison à sa valeur de {{figure}}, sur un axe de {{low}} à 1, avec un trait pour l’intervalle à 95 %.',
    row: '{{name}}, {{coders}} : {{value}}',
    noValue: 'non défini',
    save: 'Enregistrer en SVG',
    fileName: 'accord-{{figure}}.svg',
  },
  table: {
    label: 'Accord par transcription et par paire de codeurs',
    transcript: 'Transcription',
    units: 'n',
    unitsMeaning: 'Nombre d’unités comparées : chaque mesure de la ligne repose sur toutes.',
    uncoded: 'Non codées',
    uncodedMeaning:
      'Part des unités qu’aucun des deux n’a codées ; si elle est élevée, l’accord sur le silence pèse lourd.',
    open: 'Ouvrir {{name}}, {{first}} et {{second}}',
    coders: '{{first}} et {{second}}',
    interval: '{{low}} à {{high}}',
    noInterval: 'sans intervalle',
    noIntervalMeaning: 'Cette mesure n’est pas définie dans trop de rééchantillons.',
    sortBy: 'Trier par {{column}}',
    undefinedTitle: 'Non définis (—)',
    undefinedItem: '{{name}} ({{coders}}), {{figures}} : {{reason}}',
  },
  figures: {
    codedAgreement: {
      short: 'Acc. codé',
      name: 'Accord sur le fait de coder',
      meaning:
        'Part des unités que les deux ont codées ou que les deux ont laissées, quels que soient les codes ; le hasard n’en est pas retiré.',
    },
    kappaCoded: {
      short: 'κ codé',
      name: 'Kappa, codé ou non',
      meaning:
        'Kappa de Cohen sur codé ou non : l’accord sur le fait de coder, hasard retiré ; on ne regarde pas quels codes.',
    },
    kappaPooled: {
      short: 'κ groupé',
      name: 'Kappa groupé',
      meaning:
        'Un seul kappa de Cohen sur toutes les cases unité × code empilées, pour les codes que l’un des deux au moins a utilisés.',
    },
    kappaMean: {
      short: 'κ moyen',
      name: 'Moyenne des kappas par code',
      meaning:
        'La simple moyenne du kappa de chaque code là où il est défini : un code rare y pèse autant qu’un code courant.',
    },
    alphaJaccard: {
      short: 'α Jaccard',
      name: 'Alpha de Krippendorff, distance de Jaccard',
      meaning:
        'Alpha sur l’ensemble des codes de chaque unité : des ensembles qui partagent des codes s’accordent en partie.',
    },
    alphaMasi: {
      short: 'α MASI',
      name: 'Alpha de Krippendorff, distance MASI',
      meaning:
        'Comme l’alpha de Jaccard, mais des ensembles dont aucun ne contient l’autre comptent comme plus éloignés.',
    },
  },
  reasons: {
    'no-units': 'il n’y a pas d’unité à comparer',
    'expected-agreement-is-one':
      'les deux codeurs ont donné partout une seule et même réponse, si bien que le hasard explique tout',
    'expected-disagreement-is-zero': 'toutes les unités ont la même valeur, il n’y a donc rien sur quoi diverger',
    'no-codes': 'aucun des deux codeurs n’a utilisé de code',
    'no-defined-kappa': 'aucun code n’a de kappa défini',
    'unequal-ratings': 'les unités n’ont pas toutes le même nombre d’évaluations',
  },
  detail: {
    back: 'Toutes les comparaisons',
    heading: '{{name}} : {{first}} et {{second}}',
    coverage:
      '{{units}}, {{codes}}. Unités codées : {{firstCount}} par {{first}}, {{secondCount}} par {{second}}, {{either}} par au moins l’un des deux ; {{share}} par aucun.',
    codes_one: '{{count, number}} code',
    codes_other: '{{count, number}} codes',
    figures: 'Mesures',
    gone: 'Cette comparaison ne fait pas partie de celles qui sont calculées maintenant.',
  },
  perCode: {
    title: 'Code par code',
    label: 'Accord sur chaque code',
    code: 'Code',
    both: 'Les deux',
    onlyFirst: '{{name}} seul',
    onlySecond: '{{name}} seul',
    neither: 'Aucun',
    kappa: 'Kappa',
    none: 'Aucun des deux codeurs n’a utilisé de code ici.',
    hint: 'Choisissez un code pour voir son tableau.',
  },
  twoByTwo: {
    corner: 'Unités',
    caption: 'Unités avec et sans « {{code}} »',
    coded: '{{name}} : présent',
    uncoded: '{{name}} : absent',
    total: 'Total',
    observed: 'Accord observé : {{share}}',
    kappa: 'Kappa de ce code : {{value}}',
    kappaUndefined: 'Kappa de ce code : —, car {{reason}}.',
  },
  unaligned: {
    title_one: '{{count, number}} tour de parole sans correspondance',
    title_other: '{{count, number}} tours de parole sans correspondance',
    note: 'Ces tours de parole des fichiers des codeurs ne se retrouvent pas dans la transcription ; leurs codes ne sont pas comparés.',
    none: 'Chaque tour de parole des fichiers des deux codeurs a été retrouvé dans la transcription ; rien n’a été laissé de côté.',
    label: 'Tours de parole sans correspondance',
    coder: 'Codeur',
    turn: 'Tour',
    speaker: 'Locuteur',
    codes: 'Codes',
    text: 'Texte',
    noCodes: 'aucun code',
  },
  leftOut: {
    title: 'Laissé de côté',
    transcripts: 'Pas codées par deux codeurs dans une même passe ouverte : {{names}}.',
    pair: 'Pas codées par {{first}} et {{second}} dans une même passe ouverte : {{names}}.',
    blind: 'Les passes encore en aveugle ne sont pas comparées : {{names}}.',
    unaligned_one:
      '{{count, number}} tour de parole de {{name}} sans correspondance ; ouvrez la comparaison pour le lire.',
    unaligned_other:
      '{{count, number}} tours de parole de {{name}} sans correspondance ; ouvrez la comparaison pour les lire.',
  },
  blind: {
    title: 'La passe est encore en aveugle',
    advice:
      'Les mesures sont montrées quand plus personne ne code seul. Le modérateur ouvre la passe quand les deux codeurs ont terminé ; choisissez le modérateur sous « Je code en tant que ».',
    adviceModerator:
      'Ouvrez-la quand les deux codeurs ont terminé : chacun voit dès lors les codages de chacun. Cela ne peut pas être annulé.',
    open: 'Ouvrir {{name}}',
  },
  empty: {
    title: 'Rien à comparer pour l’instant',
    noTranscripts:
      'Importez d’abord des transcriptions ; l’accord en demande une que deux codeurs ont codée, chacun seul.',
    noPairs:
      'L’accord demande une transcription que deux codeurs ont codée dans une même passe. Codez-en une comme second codeur, ou importez ce que les codeurs ont fait dans un autre outil.',
    noneChosen: 'Aucune transcription de ce choix n’a été codée par les deux codeurs dans une même passe ouverte.',
    toTranscripts: 'Aller aux transcriptions',
    toCoding: 'Aller au codage',
    everything: 'Tout comparer',
  },
}
