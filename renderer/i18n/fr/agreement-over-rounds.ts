import type { agreementOverRounds as english } from '../en/agreement-over-rounds.ts'
import type { Translation } from '../translation.ts'

export const agreementOverRounds: Translation<typeof english> = {
  drift: {
    title: 'Accord sur chaque code, de passe en passe',
    description:
      'Une ligne par code de passe en passe, sur un axe de {{low}} à 1. Les points non définis sont laissés de côté, et la ligne y est interrompue.',
    figure: 'Coefficient',
    figures: { kappa: 'Kappa de Cohen', ac1: 'AC1 de Gwet', fleiss: 'Kappa de Fleiss', alpha: 'Alpha de Krippendorff' },
    pair: 'Codeurs',
    oneRound: 'Il n’y a qu’une passe jusqu’ici. L’évolution se voit à partir de la deuxième passe des mêmes codeurs.',
    selfRounds:
      'L’évolution est celle de plusieurs codeurs de passe en passe. Choisissez des paires, ou tous ensemble, sous « Codeurs ».',
    subject: 'L’évolution est celle des codes. Choisissez « Codes » sous « Travail ».',
    chosen: 'Montré en couleur',
    choose: 'Montrer {{code}} dans le dessin',
    code: 'Code',
    line: '{{code}} : {{values}}.',
    point: '{{value}} dans {{round}} (n = {{n}})',
    used: '{{count, number}} utilisés',
    notUsed: 'non utilisé',
    change: 'Évolution',
    hint: {
      pair: 'Cochez jusqu’à cinq codes pour mettre leurs lignes en avant. Sous chaque valeur : dans combien d’unités l’un des deux au moins a utilisé le code.',
      group:
        'Cochez jusqu’à cinq codes pour mettre leurs lignes en avant. Sous chaque valeur : dans combien d’unités un des codeurs au moins a utilisé le code.',
    },
    changingCoders:
      'Les codeurs n’étaient pas les mêmes à chaque passe ; une évolution peut être la leur et non celle de la définition.',
    codersOf: '{{round}} : {{coders}}.',
    save: 'Enregistrer en SVG',
    fileName: 'accord-evolution-{{figure}}.svg',
    label: 'Accord sur chaque code par passe',
  },
  definitions: {
    title: 'Définitions à réécrire ensuite',
    description: {
      pair: 'Les codes qui coûtent le plus d’accord. Le coût d’un code est sa part de toutes les cases unité × code où les deux codeurs diffèrent.',
      group:
        'Les codes qui coûtent le plus d’accord. Le coût d’un code est sa part de tout ce qui diffère : de deux codeurs qui ont lu une unité, l’un a le code et l’autre non.',
    },
    half_one: '{{count, number}} code sur {{all, number}} porte la moitié de tout le désaccord.',
    half_other: '{{count, number}} codes sur {{all, number}} portent la moitié de tout le désaccord.',
    cells_one: '{{count, number}} case diffère dans {{units}}.',
    cells_other: '{{count, number}} cases diffèrent dans {{units}}.',
    none: {
      pair: 'Les deux codeurs ne diffèrent sur aucun code.',
      group: 'Les codeurs ne diffèrent sur aucun code.',
    },
    divided: 'Certains seulement',
    everyone: 'Tous',
    overlap:
      'Les passages qui se recouvrent s’apparient entre deux codeurs à la fois. Choisissez une autre unité, ou une paire sous « Codeurs ».',
    cost: 'Part du désaccord',
    round: 'Passe',
    allRounds: 'Toutes les passes',
    back: 'Tous les codes',
    open: 'Ouvrir {{code}}',
    label: 'Codes selon ce qu’ils coûtent',
    subject: 'Les définitions sont celles des codes. Choisissez « Codes » sous « Travail ».',
    pairs_one: '{{count, number}} paire de lectures diffère dans {{units}} de {{coders}}.',
    pairs_other: '{{count, number}} paires de lectures diffèrent dans {{units}} de {{coders}}.',
  },
  snapshots: {
    none: 'Aucune passe n’a encore été modérée',
    toReview: 'Aller à l’arbitrage',
    noneAdvice:
      'Quand l’arbitrage d’une passe commence, son accord est figé ici et ne change plus. Ce que les mêmes codages donnent ensuite se trouve à côté.',
    taken: 'Figé le {{when}}, au début de la modération de {{round}}, par {{who}}.',
    takenByNobody: 'Figé le {{when}}, au début de la modération de {{round}}.',
    basis: 'Unité : {{unit}}. Graine {{seed}}, {{resamples}} rééchantillons.',
    names: 'Noms d’origine.',
    mapped_one:
      '{{count, number}} code compte comme un autre, selon l’harmonisation, dans « après » seulement : « avant » et « recalculé » sont sous les noms d’origine.',
    mapped_other:
      '{{count, number}} codes comptent comme d’autres, selon l’harmonisation, dans « après » seulement : « avant » et « recalculé » sont sous les noms d’origine.',
    version: 'Codes : version « {{name}} ».',
    same: 'Les codes n’ont pas changé depuis.',
    changed: 'Les codes ont changé depuis.',
    figure: 'Mesure',
    before: 'Avant',
    beforeNote: 'figé',
    after: 'Après',
    afterNote: 'décisions comptées pour tous',
    afterNoteHarmonised: 'décisions comptées pour tous, noms harmonisés',
    now: 'Recalculé',
    nowNote: 'leurs propres codages tels quels',
    notComputed: 'elle n’est pas calculée avec les décisions',
    byConstruction:
      'Une fois que rien n’est ouvert, les codeurs s’accordent par construction : seul « avant » dit à quel point ils s’accordaient. Les unités d’« après » sont les tours de parole.',
    noLonger: 'N’est plus comparé.',
    byTranscript: 'Chaque transcription telle que figée',
    label: '{{round}}, {{coders}} : avant et après',
    unchanged: 'Aucune mesure n’a changé depuis.',
  },
}
