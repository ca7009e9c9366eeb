import type { workspace as english } from '../en/workspace.ts'
import type { Translation } from '../translation.ts'

export const workspace: Translation<typeof english> = {
  title: 'Études',
  description: 'Une étude est un fichier sur cet ordinateur. Rien n’en sort tant que vous ne l’exportez pas.',
  back: 'Retour à « {{title}} »',
  created: '« {{title}} » est créée, avec {{codes}} dans son livre de codes.',
  codes_one: '{{count, number}} code',
  codes_other: '{{count, number}} codes',
  create: 'Nouvelle étude',
  list: 'Études dans {{folder}}',
  none: 'Pas encore d’étude',
  noneAdvice: 'Créez la première. Elle est conservée en un seul fichier dans {{folder}}.',
  changed: 'Modifiée le {{when}}',
  openNow: 'ouverte',
  openFile: 'Ouvrir un fichier…',
  elsewhere: 'Une étude ailleurs',
  path: 'Chemin du fichier',
  pathHint: 'Le chemin complet d’un fichier .axial sur cet ordinateur',
  open: 'Ouvrir',
  passphrase: {
    title: 'Phrase secrète',
    explain: '{{name}} ne peut être lu sans sa phrase secrète, ou n’est pas une étude.',
    field: 'Phrase secrète',
  },
  form: {
    title: 'Titre',
    titlePlaceholder: 'Passage de relais entre science des données et exploitation',
    file: 'Nom du fichier',
    fileHint: 'Conservé dans {{folder}}',
    choosePlace: 'Choisir l’emplacement…',
    coder: 'Votre nom de codeur',
    coderHint: 'Facultatif : un nom court ou un pseudonyme. Il figure à côté de chacun de vos codages.',
    taxonomies: 'Partir de codes intégrés',
    taxonomiesHint: 'Une, plusieurs ou aucune ; on peut ajouter et modifier des codes plus tard.',
    beginsWith:
      'L’étude commencera avec les codes de : {{names}}. Décochez pour commencer avec un livre de codes vide.',
    beginsEmpty: 'L’étude commencera avec un livre de codes vide.',
    encrypt: 'Chiffrer par une phrase secrète',
    passphrase: 'Phrase secrète',
    again: 'La même, encore une fois',
    differ: 'Les deux ne sont pas identiques.',
    warning:
      'Une phrase secrète ne peut pas être retrouvée. Si vous la perdez, personne ne pourra lire l’étude ni ses sauvegardes.',
    submit: 'Créer l’étude',
  },
  taxonomy: {
    'ml-mismatch': 'Discordances dans les systèmes d’apprentissage automatique',
    'ml-mismatch-hint': '7 catégories, 34 sous-catégories d’information non partagée',
    'quality-issue': 'Problèmes de qualité',
    'quality-issue-hint':
      'Phases, modes de collecte, facettes, facteurs de qualité et dimensions de la qualité des données',
    collaboration: 'Collaboration',
    'collaboration-hint': 'Points de collaboration, trajectoires, responsabilités et thèmes',
  },
}
