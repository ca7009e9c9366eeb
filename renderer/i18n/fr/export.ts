import type { exports as english } from '../en/export.ts'
import type { Translation } from '../translation.ts'

export const exports: Translation<typeof english> = {
  title: 'Export',
  description:
    'Rien n’est écrit avant que vous n’appuyiez sur un bouton, et chaque fichier dit d’avance ce qu’il contient.',
  kinds: 'Que faut-il exporter',
  kind: {
    descriptors: 'Descripteurs',
    checklists: 'Listes de contrôle',
    catalog: 'Catalogue',
    codebook: 'Livre de codes',
    survey: 'Enquête',
    agreement: 'Accord',
    codings: 'Codages',
  },
  about: {
    descriptors:
      'Un document JSON Schema par élément du système, avec un attribut par sous-catégorie et ce sur quoi il repose.',
    checklists:
      'Ce qu’il faut demander et fournir, par élément du système, du plus fréquent au plus rare ; aussi par rôle là où une enquête l’a évalué.',
    catalog: 'Les discordances et les problèmes de qualité avec leurs preuves, et la fréquence de chaque catégorie.',
    codebook: 'Chaque code avec sa définition et le nombre de ses utilisations.',
    survey: 'Les chiffres de chaque question, par groupe, avec des graphiques.',
    agreement:
      'L’accord de chaque paire de codeurs, par transcription et par code, avec les tours de parole qui n’ont pas pu être comparés.',
    codings:
      'Qui a codé quoi, tour par tour, en tours codés (JSON), qu’Axial relit : un fichier par transcription et par passe. D’une passe en aveugle, il n’y a que vos propres codages.',
  },
  round: 'Passe',
  everyRound: 'Toutes les passes',
  blindRound: 'En aveugle : vos propres codages seulement',
  language: 'Langue des fichiers',
  english: 'Anglais',
  french: 'Français',
  by: 'Grouper les réponses par',
  byNothing: 'Sans groupes',
  top: 'Compter comme haut',
  topPoints_one: 'Le point le plus haut',
  topPoints_other: 'Les {{count}} points les plus hauts',
  merge: 'Réunir ces groupes en un seul',
  group: '{{name}} ({{n, number}})',
  merged: 'Ils deviennent « {{name}} ».',
  files: 'Fichiers',
  columns: {
    name: 'Fichier',
    size: 'Taille',
    contains: 'Contenu',
    quotes: 'Paroles de participants',
    download: 'Téléchargement',
  },
  quotes: 'oui, des citations',
  noQuotes: 'non',
  warning:
    'Ces fichiers contiennent les paroles mêmes des participants. Vérifiez ce qui leur a été promis avant de les transmettre.',
  download: 'Télécharger {{name}}',
  downloadAll_one: 'Télécharger le fichier',
  downloadAll_other: 'Télécharger les {{count}} fichiers (.zip)',
  downloaded: '{{name}} a été téléchargé.',
  working: 'Examen de ce que contiendraient les fichiers…',
}
