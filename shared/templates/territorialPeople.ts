/** Who is where in the `territorial` template. The people are invented. */
import type { At } from './layout/drawing.ts';

export interface CellData {
  readonly key: string;
  readonly label: string;
  readonly street?: boolean;
  /** Empty for a factory too small to elect one. */
  readonly bureau: string;
  readonly others: string;
}

/** People drawn elsewhere who also belong to the cell. */
export type Seats = readonly (readonly [cell: string, people: string])[];

export interface DistrictData {
  readonly key: string;
  readonly label: string;
  readonly area: string;
  readonly at: At;
  readonly color: number;
  /** To the conference, in proportion to members. */
  readonly delegates: number;
  /** Upper left, upper right, lower left, lower right. */
  readonly cells: readonly CellData[];
  readonly bureau: string;
  readonly seats: Seats;
}

const UPPER = -443;
const LOWER = 483;
const WEST = -770;
const EAST = 770;

export const AREAS = [
  {
    key: 'west',
    label: 'West',
    x: WEST,
    committee: 'Kemal Rafael Luz Timur Lidia',
    seats: [
      ['cable-works', 'Lidia'],
      ['harbour-streets', 'Kemal'],
      ['cotton-mill', 'Rafael'],
      ['dye-works', 'Luz Timur'],
    ],
  },
  {
    key: 'east',
    label: 'East',
    x: EAST,
    committee: 'Salma Dara Ebba Goran Tanja',
    seats: [
      ['gasworks', 'Salma'],
      ['tram-depot', 'Tanja'],
      ['printing-works', 'Dara'],
      ['power-station', 'Ebba Goran'],
    ],
  },
] as const;

export const DISTRICTS: readonly DistrictData[] = [
  {
    key: 'harbour',
    label: 'Harbour',
    area: 'west',
    at: [WEST, UPPER],
    color: 1,
    delegates: 4,
    cells: [
      {
        key: 'shipyard',
        label: 'Shipyard',
        bureau: 'Dunja Felix Bahar',
        others: 'Pavel Helga Javad Carla Astrid Anton Akin',
      },
      { key: 'quay', label: 'Quay', bureau: 'Henk Lale Wale', others: 'Eva Samir Reza Anja Diego Katya' },
      {
        key: 'harbour-streets',
        label: 'Harbour streets',
        street: true,
        bureau: 'Alba Sina Murat',
        others: 'Sara Elio Wanda Emil Dalia',
      },
      {
        key: 'cable-works',
        label: 'Cable works',
        bureau: 'Klara Gustav Emre',
        others: 'Roya Chen Simon Bao Elsa Davit',
      },
    ],
    bureau: 'Anders Zeki Aldo',
    seats: [
      ['shipyard', 'Zeki'],
      ['quay', 'Aldo'],
      ['harbour-streets', 'Anders'],
    ],
  },
  {
    key: 'mill',
    label: 'Mill side',
    area: 'west',
    at: [WEST, LOWER],
    color: 4,
    delegates: 3,
    cells: [
      {
        key: 'cotton-mill',
        label: 'Cotton mill',
        bureau: 'Cem Femi Wen',
        others: 'Milan Pia Halima Asha Marta Georg Nina',
      },
      {
        key: 'dye-works',
        label: 'Dye works',
        bureau: 'Hedda Kadir Efe',
        others: 'Chidi Saeed Janos Enzo Selma Xenia',
      },
      { key: 'flour-mill', label: 'Flour mill', bureau: '', others: 'Fatima Adil' },
      {
        key: 'mill-streets',
        label: 'Mill streets',
        street: true,
        bureau: 'Tove Lin Otto',
        others: 'Tekla Kaja Stefan Ibrahim Ilse Mara',
      },
    ],
    bureau: 'Hans Paola Hana Hakan',
    seats: [
      ['cotton-mill', 'Hans Hakan'],
      ['dye-works', 'Hana'],
      ['mill-streets', 'Paola'],
    ],
  },
  {
    key: 'station',
    label: 'Station',
    area: 'east',
    at: [EAST, UPPER],
    color: 7,
    delegates: 4,
    cells: [
      {
        key: 'locomotives',
        label: 'Engine works',
        bureau: 'Esra Ines Ismail',
        others: 'Celia Dorsa Feng Tamar Amir Arif Omar',
      },
      {
        key: 'station-streets',
        label: 'Station streets',
        street: true,
        bureau: 'Inga Magda Franz',
        others: 'Leila Tariq Marek Azad Vito',
      },
      {
        key: 'gasworks',
        label: 'Gasworks',
        bureau: 'Damir Yonas',
        others: 'Petra Dana Irena Umut Cyril Gul',
      },
      {
        key: 'tram-depot',
        label: 'Tram depot',
        bureau: 'Jakob Sigrid Roman',
        others: 'Karl Kerem Nadia Jana Gita Bruno',
      },
    ],
    bureau: 'Nora Jutta Sanna',
    seats: [
      ['locomotives', 'Nora'],
      ['tram-depot', 'Jutta'],
      ['station-streets', 'Sanna'],
    ],
  },
  {
    key: 'hill',
    label: 'Hill',
    area: 'east',
    at: [EAST, LOWER],
    color: 3,
    delegates: 4,
    cells: [
      {
        key: 'printing-works',
        label: 'Printing works',
        bureau: 'Dora Sven Zoran',
        others: 'Berta Gabor Ruth Rana Ivo Teo',
      },
      {
        key: 'power-station',
        label: 'Power station',
        bureau: 'Amal Maya Arne',
        others: 'Pari Freya Aiko Mahir Nasrin Vera',
      },
      {
        key: 'hill-streets',
        label: 'Hill streets',
        street: true,
        bureau: 'Bilal Dag Renata',
        others: 'Olga Soraya Nils Ravi Clara',
      },
      {
        key: 'machine-works',
        label: 'Machine works',
        bureau: 'Yusuf Miro Arash',
        others: 'Farid Quinn Aylin Isak Viktor Narin Mona',
      },
    ],
    bureau: 'Zohreh Noor Sule Edda Zeynep',
    seats: [
      ['printing-works', 'Zohreh'],
      ['power-station', 'Sule'],
      ['machine-works', 'Zeynep'],
      ['hill-streets', 'Noor Edda'],
    ],
  },
];

export const LOCAL_GROUP = {
  at: [1566, 475] as At,
  cells: [
    { key: 'quarry', label: 'Quarry', bureau: 'Yasmin Luca Vasil', others: 'Iris Heidi Yara Imre' },
    {
      key: 'village-streets',
      label: 'Village streets',
      street: true,
      bureau: 'Zara Pablo Amina',
      others: 'Jelena Zoe Tilda',
    },
  ] as readonly CellData[],
  bureau: 'Beata Daria Hugo',
  seats: [
    ['quarry', 'Beata Daria'],
    ['village-streets', 'Hugo'],
  ] as Seats,
  regional: 'Leon Pedro Tomas',
};
