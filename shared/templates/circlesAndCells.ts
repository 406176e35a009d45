/**
 * A network of workers' circles with a few detached cells in it, after a description published in 1986.
 * The drawing is sound but for two things left to be found: nobody in "New estate" knows anybody outside it,
 * and the reading circle hangs on the one acquaintance of Wanda and Boris.
 */
import { namedPolicy } from '../policies/policies.ts';
import { TemplateBuilder } from './layout/drawing.ts';
import type { Template } from './template.ts';
import { VOCABULARIES } from './vocabularies.ts';

/** All alike, whether three or four sit in them. */
const CELL_SIZE = { width: 160, height: 139 };
const CELLS = ['cell-1', 'cell-2', 'cell-3', 'cell-4'];

export function circlesAndCells(): Template {
  const drawing = new TemplateBuilder();
  drawCircles(drawing);
  drawCentre(drawing);
  drawCells(drawing);
  drawContacts(drawing);
  drawInfluence(drawing);
  drawNotes(drawing);
  return {
    id: 'circles-and-cells',
    title: 'Circles and cells',
    summary: 'Circles of friends and workmates, and detached cells guided by one centre.',
    year: '1986',
    source: "A party's published guide to work among workers in Iran",
    policy: namedPolicy('detached'),
    nodes: drawing.nodes,
    links: drawing.links,
    vocabulary: VOCABULARIES['circles-and-cells'],
  };
}

function drawCircles(drawing: TemplateBuilder): void {
  const circle = drawing.circle.bind(drawing);
  circle('mill', {
    label: 'Spinning mill',
    caption: 'workmates',
    at: [310, 270],
    color: 0,
    people: 'Dara Ada Bilal Chen Esra Farid Hana Ivo',
  });
  circle('bakery', {
    label: 'Bakery friends',
    caption: 'friends',
    at: [740, 180],
    color: 4,
    people: 'Goran Mina Lena Kofi Jun Noor Petra',
  });
  circle('class', {
    label: 'Evening class',
    caption: 'friends',
    at: [1200, 190],
    color: 2,
    people: 'Lale Quinn Rana Sofia Tariq Uma',
  });
  circle('football', {
    label: 'Football friends',
    caption: 'friends',
    at: [1660, 180],
    color: 6,
    people: 'Omar Omid Wale Vera Zara Yusuf Anton',
  });
  circle('harbour', {
    label: 'Harbour',
    caption: 'workmates',
    at: [2136, 270],
    color: 1,
    people: 'Bruna Ceren Dilan Emeka Freya Giulia Hamid Ines Luz',
  });
  circle('depot', {
    label: 'Bus depot',
    caption: 'workmates',
    at: [2160, 740],
    color: 7,
    turn: -55,
    people: 'Jamal Katya Leila Nadia Marek Olga Parisa Gita',
  });
  circle('refinery', {
    label: 'Refinery',
    caption: 'workmates',
    at: [2120, 1200],
    color: 3,
    turn: -64,
    people: 'Rahim Sara Tomas Hugo Uri Viktor Wanda Yara Xenia',
  });
  circle('reading', {
    label: 'Reading circle',
    caption: 'friends',
    at: [1700, 1260],
    color: 5,
    people: 'Zeki Boris Amina Clara Davit',
  });
  circle('estate', {
    label: 'New estate',
    caption: 'neighbours',
    at: [1200, 1260],
    color: 4,
    people: 'Kenji Feng Ilse Javad Elif Roya',
  });
  circle('print', {
    label: 'Print shop',
    caption: 'workmates',
    at: [690, 1260],
    color: 1,
    turn: -60,
    people: 'Mehdi Nora Otto Pari Samir Tove Radu',
  });
  circle('brick', {
    label: 'Brickworks',
    caption: 'workmates',
    at: [270, 1190],
    color: 6,
    turn: -68,
    people: 'Umut Bahar Wen Yonas Zohreh Arash Valeria Carlos',
  });
  circle('hill', {
    label: 'Hill street',
    caption: 'neighbours',
    at: [240, 730],
    color: 3,
    turn: -60,
    people: 'Dorsa Emil Fatima Georg Hoda Ismail Jana',
  });
}

function drawCentre(drawing: TemplateBuilder): void {
  drawing.body('centre', {
    label: 'Centre',
    caption: 'centre',
    at: [1200, 720],
    size: { width: 180, height: 56 },
  });
  drawing.body('radio', { label: 'Radio', caption: 'broadcast', at: [1200, 480], disclosure: 'open' });
  drawing.body('paper', { label: 'Paper', caption: 'publication', at: [1200, 960], disclosure: 'open' });
  drawing.fan('channel', 'centre', ['radio', 'paper']);
}

function drawCells(drawing: TemplateBuilder): void {
  drawing.cell('cell-1', {
    size: CELL_SIZE,
    label: 'Cell 1',
    caption: 'workplace cell',
    at: [790, 530],
    color: 4,
    seats: 'Esra Chen Jun Fatima',
  });
  drawing.cell('cell-2', {
    size: CELL_SIZE,
    label: 'Cell 2',
    caption: 'neighbourhood cell',
    at: [1610, 530],
    color: 5,
    seats: 'Zara Hamid Parisa',
  });
  drawing.cell('cell-3', {
    size: CELL_SIZE,
    label: 'Cell 3',
    caption: 'workplace cell',
    at: [1610, 930],
    color: 2,
    seats: 'Yara Xenia Olga',
  });
  drawing.cell('cell-4', {
    size: CELL_SIZE,
    label: 'Cell 4',
    caption: 'workplace cell',
    at: [790, 930],
    color: 0,
    seats: 'Nora Otto Wen Georg',
  });
  for (const hub of ['radio', 'paper']) drawing.fan('channel', hub, CELLS);
  drawing.fan('guidance', 'centre', CELLS);
}

function drawContacts(drawing: TemplateBuilder): void {
  drawing.contacts(`
    Ada–Petra Bilal–Noor
    Lena–Uma Kofi–Tariq
    Rana–Anton Quinn–Omid
    Vera–Ines Wale–Luz
    Giulia–Katya Freya–Leila
    Nadia–Hugo Marek–Tomas
    Wanda–Boris
    Farid–Emil Hana–Jana
    Ismail–Valeria Hoda–Carlos
    Yonas–Tove Zohreh–Samir
  `);
}

/** Those whom others turn to, in circles with and without a cell member. */
function drawInfluence(drawing: TemplateBuilder): void {
  drawing.remark('Dara', { notes: 'Long in the mill; others come for advice. In no cell.' });
  drawing.remark('Bruna', { notes: 'Started the circle with two friends. In no cell.' });
  drawing.remark('Fatima', {
    notes: 'Knows half the street, and is in a cell that the street knows nothing of.',
  });
}

function drawNotes(drawing: TemplateBuilder): void {
  drawing.note('note-cells', {
    label: 'A cell knows its own people and the centre. Who else works this way, it does not know.',
    at: [545, 720],
  });
  drawing.note('note-circles', {
    label: 'Circles have no rules and no leaders. They touch where two people know each other.',
    at: [1855, 720],
  });
}
