/** The sites and networks of the `readers-network` template. The people are invented. */

interface Network {
  readonly key: string;
  readonly label: string;
  /** The distributor, five who take the paper from them, and eleven more. */
  readonly people: string;
}

export interface Site {
  readonly key: string;
  readonly label: string;
  readonly caption: string;
  readonly networks: readonly Network[];
}

/** From left to right; the two at the ends have two networks each. */
export const NORTH: readonly Site[] = [
  {
    key: 'car-plant',
    label: 'Car plant',
    caption: 'workplace',
    networks: [
      {
        key: 'assembly',
        label: 'Assembly',
        people: 'Gul Birgit Pedro Dalia Emeka Iris Ahmed Diego Mehdi Ivan Alba Bao Yusuf Pablo Jun Igor Akin',
      },
      {
        key: 'paint',
        label: 'Paint shop',
        people:
          'Karim Milan Pia Ines Zoran Roman Anders Dara Ruth Alma Magda Hakan Narin Chen Zeki Deniz Priya',
      },
    ],
  },
  {
    key: 'barracks',
    label: 'Barracks',
    caption: 'barracks',
    networks: [
      {
        key: 'recruits',
        label: 'Recruits',
        people:
          'Gustav Leon Renata Sergei Lin Erik Nasrin Fikret Rosa Tomas Janos Chidi Pari Jelena Yonas Isak Noor',
      },
    ],
  },
  {
    key: 'college',
    label: 'Technical college',
    caption: 'school',
    networks: [
      {
        key: 'apprentices',
        label: 'Apprentices',
        people:
          'Murat Celia Clara Rahim Kerem Franz Petra Katya Damir Luz Bela Ravi Azad Imre Sigrid Lidia Emre',
      },
    ],
  },
  {
    key: 'hospital',
    label: 'Hospital',
    caption: 'workplace',
    networks: [
      {
        key: 'day',
        label: 'Day shift',
        people: 'Simon Enzo Sami Gabor Tove Zohreh Esra Kofi Yasmin Uma Lale Samir Elio Burak Wale Ben Jorge',
      },
      {
        key: 'night',
        label: 'Night shift',
        people:
          'Dunja Nadia Kurt Bruna Nora Hassan Cem Ismail Ali Soraya Ida Heidi Tekla Pavel Dilan Vasil Uri',
      },
    ],
  },
];

export const SOUTH: readonly Site[] = [
  {
    key: 'rail',
    label: 'Rail yard',
    caption: 'workplace',
    networks: [
      {
        key: 'drivers',
        label: 'Drivers',
        people:
          'Leila Vera Astrid Giulia Zoe Hana Jonas Vito Kaja Nina Wanda Dorsa Rita Lotte Kadir Jamal Dora',
      },
      {
        key: 'repair',
        label: 'Repairs',
        people: 'Bruno Marek Amir Ana Nana Elsa Freya Nuri Tariq Emil Orhan Hugo Mara Bilal Amina Daria Sven',
      },
    ],
  },
  {
    key: 'warehouse',
    label: 'Depot',
    caption: 'workplace',
    networks: [
      {
        key: 'pickers',
        label: 'Pickers',
        people:
          'Adil Wiktor Xenia Ceren Shirin Henk Helga Tanja Oskar Zara Lena Salma Flora Ibrahim Yara Ivo Davit',
      },
    ],
  },
  {
    key: 'fort',
    label: 'Fort',
    caption: 'barracks',
    networks: [
      {
        key: 'crew',
        label: 'Crew',
        people:
          'Sule Marta Teo Haile Javad Ulla Luca Tamar Timur Anton Nils Goran Maya Berta Mona Amal Selma',
      },
    ],
  },
  {
    key: 'university',
    label: 'University',
    caption: 'school',
    networks: [
      {
        key: 'students',
        label: 'Students',
        people:
          'Kemal Gita Naima Klara Paola Zeynep Ada Georg Aylin Sanna Omid Jutta Cyril Rana Fatima Hedda Irena',
      },
      {
        key: 'staff',
        label: 'Staff',
        people: 'Efe Saeed Mina Beata Mei Omar Bahar Ebba Elif Otto Bodil Boris Dag Joao Carla Arash Anouk',
      },
    ],
  },
];

/** Who writes for the paper, and who pays for it. */
export const WRITERS = 'Pedro Leon Celia Enzo Vera Marek Wiktor Gita';
export const CONTRIBUTORS = 'Dalia Renata Clara Sami Astrid Amir Xenia Naima Bruna Mina';
